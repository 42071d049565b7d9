import { Curve, proto, WA_CERT_DETAILS } from '@whiskeysockets/baileys'

const DETAILS = proto.CertChain.NoiseCertificate.Details

/** A certificate chain for the server's static key. Its root is our own: rc14 does not insist on WhatsApp's. */
export function certificateFor(staticKey: Uint8Array): Uint8Array {
  const root = Curve.generateKeyPair()
  const intermediate = Curve.generateKeyPair()
  const leafDetails = DETAILS.encode({ serial: 2, issuerSerial: 1, key: staticKey }).finish()
  const intermediateDetails = DETAILS.encode({
    serial: 1,
    issuerSerial: WA_CERT_DETAILS.SERIAL,
    key: intermediate.public,
  }).finish()
  return proto.CertChain.encode({
    leaf: { details: leafDetails, signature: Curve.sign(intermediate.private, leafDetails) },
    intermediate: {
      details: intermediateDetails,
      signature: Curve.sign(root.private, intermediateDetails),
    },
  }).finish()
}
