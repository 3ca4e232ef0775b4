'use client';

import { useEffect, useId, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';

type Words = string | readonly [one: string, many: string];

/** Without their full stop, by the value of the button that was pressed; `usual` for any other. */
export type Work = Readonly<{
  usual: Words;
  byIntention?: Readonly<Record<string, Words>>;
  /** Their number stands for « # » in the words. */
  counted?: string;
}>;

const UNSAID: Work = { usual: 'Envoi en cours' };

/** An answer that comes sooner needs no word. */
const SAID_AFTER_MS = 700;

function sentenceOf({ usual, byIntention, counted }: Work, data: FormData): string {
  const words = byIntention?.[String(data.get('intention'))] ?? usual;
  const count = counted ? data.getAll(counted).length : 0;
  const chosen = typeof words === 'string' ? words : plural(count, ...words);
  return `${chosen.replace('#', formatInteger(count))}… Gardez cette page ouverte.`;
}

/** The region stands empty from the start, so that its words are read out. */
export function SendingProgress({ work = UNSAID }: { work?: Work | undefined }) {
  const { pending, data } = useFormStatus();
  return pending ? <Waiting sentence={sentenceOf(work, data)} /> : null;
}

function Waiting({ sentence }: { sentence: string }) {
  const [isLong, setIsLong] = useState(false);
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="sending">
      {isLong ? (
        <>
          <progress aria-labelledby={id} />
          <p id={id}>{sentence}</p>
        </>
      ) : null}
    </div>
  );
}
