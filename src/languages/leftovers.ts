/** What is left in a note from its making, whatever language it is in: tags, marks of the drafter, values that are none. */

export const LEFTOVERS =
  /\{\{[^{}]*\}\}|\{\{|\}\}|\b(?:TODO|TBD|TBC|FIXME|XXX+|undefined|NaN)\b|\[object |\blorem ipsum\b|\?\?+|\[(?:\.{3}|…|\s*)\]|<[^<>\s]+>/giu
