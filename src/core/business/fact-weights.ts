/** How much each sign tells when a fact is looked for. Found by trying on the questions of `test/fixtures`. */
export const WEIGHTS = {
  /** A word in a phrase of the owner's, in a fact's text, in its id, in the name of a product. */
  phrase: 0.77,
  text: 1,
  id: 1.75,
  named: 0.39,
  /** A topic in those phrases and in the id, against one in the text. */
  phraseTopic: 1.3,
  idTopic: 1.5,
  /** What stands at the end of a text, against its beginning. */
  late: 0.35,
  /** How much longer texts tell less by each word. */
  length: 0.35,
  /** So much about a topic is half of all there could be. */
  few: 4,
  /** A phrase of several words, against one word. */
  long: 1.2,
  /** A phrase of many topics tells each of them less. */
  split: 0.54,
  /** A word that only hints at a topic. */
  hint: 0.38,
  /** Words that everybody asks with. */
  weak: 0.42,
  /** A word of the same family. */
  family: 0.7,
  topic: 0.6,
  /** Another word for nearly the same. */
  kin: 0.74,
  /** The lesser of what a word tells by itself and by its topic. */
  both: 0.75,
  /** A topic beside the one that a fact is about. */
  near: 0.18,
  /** What only says when. */
  circumstance: 0.3,
  /** What the shop sells anyway says little of what else its word may mean. */
  sold: 0.32,
  /** A phrase of the owner's that stands in the question. */
  whole: 0.2,
  /** A product named beside a word for its price, or beside nothing that tells more. */
  priced: 13,
  /** How much hangs on whether the product and its price are all that was said. */
  alone: 0.54,
  /** What a word of which nothing is known takes of that. */
  unknown: 1.5,
  /** Work on what a customer brings, named beside something else. */
  work: 0.5,
  /** The same, where the question is what belongs to a price. */
  given: 0.25,
  /** The same, where somebody asks whether it is made here at all. */
  made: 0.06,
  /** The same, where the price is asked in another part of the message. */
  beside: 6.5,
  /** Facts that do not hold what is wanted. */
  miss: 0.58,
  /** What a fact has that holds what is wanted, whatever else was said; less, the later its owner wrote it. */
  base: 0.32,
  /** What is taken for granted of any fact: what was asked before may draw one that no word speaks of. */
  ground: 0.3,
  /** How much words and tables count against what was asked before. */
  trust: 2,
}
