/** How much each sign tells when a fact is looked for. Found by trying on the questions that may be read. */
export const WEIGHTS = {
  /** A word in a phrase of the owner's, in a fact's text, in its id, in the name of a product. */
  phrase: 1,
  text: 0.85,
  id: 1.2,
  named: 0.3,
  /** A topic in those phrases and in the id, against one in the text. */
  phraseTopic: 0.8,
  idTopic: 1.5,
  /** What stands at the end of a text, against its beginning. */
  late: 0.42,
  /** How much longer texts tell less by each word. */
  length: 0.35,
  /** What counts of a word however few of the owner's phrases have it. */
  share: 0.9,
  /** So much about a topic is half of all there could be. */
  few: 3.2,
  /** A phrase of several words, against one word. */
  long: 1.2,
  /** A phrase of many topics tells each of them less. */
  split: 0.4,
  /** A word that only hints at a topic. */
  hint: 0.48,
  /** Words that everybody asks with. */
  weak: 0.45,
  topic: 0.8,
  /** The lesser of what a word tells by itself and by its topic. */
  both: 0.7,
  /** A topic that was heard already. */
  again: 0.6,
  /** A part of the message that does not ask: beside one that does with a mark, and in other words. */
  aside: 0.8,
  told: 0.9,
  /** How much hangs on whether the fact has to do with all of the question. */
  cover: 1,
  /** A phrase of the owner's that stands in the question. */
  whole: 0.2,
  /** A product named beside a word for its price, or beside nothing that tells more. */
  priced: 8,
  /** The same, where the price is asked in another part of the message. */
  beside: 4,
  /** Facts that hold what is wanted, and facts that do not. */
  match: 1.35,
  miss: 0.74,
}
