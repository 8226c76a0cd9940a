import { IntlMessageFormat } from 'intl-messageformat';

export type ArgumentType = 'string' | 'number';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

// The element kinds of @formatjs/icu-messageformat-parser, whose enum is not exported from intl-messageformat.
const KIND = { literal: 0, argument: 1, number: 2, select: 5, plural: 6, pound: 7 };

/**
 * The arguments of an ICU message and their types, by name in alphabetical order. Throws a SyntaxError for a message
 * that is not ICU MessageFormat, and for dates, times and tags: those are formatted before they come into a message.
 */
export function messageArguments(message: string): Map<string, ArgumentType> {
  const found = new Map<string, ArgumentType>();
  collect(new IntlMessageFormat(message, 'en').getAst(), found);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function collect(elements: readonly Element[], found: Map<string, ArgumentType>): void {
  for (const element of elements) {
    const kind: number = element.type;
    if (kind === KIND.literal || kind === KIND.pound || !('value' in element)) continue;
    if (kind === KIND.number || kind === KIND.plural) found.set(element.value, 'number');
    else if (kind === KIND.argument || kind === KIND.select)
      found.set(element.value, found.get(element.value) ?? 'string');
    else throw new SyntaxError(`"${element.value}" is a date, a time or a tag`);
    if ('options' in element)
      for (const option of Object.values(element.options)) collect(option.value, found);
  }
}
