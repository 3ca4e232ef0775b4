'use client';

import { useContext, useEffect, useRef } from 'react';
import type { FormState } from '@/lib/forms/form-state';
import { FormContext } from './form-context';
import { Icon } from './icon';

/** The last answer no longer says what became of the form. */
const HELD_BACK = { status: 'refused', errors: {}, links: [] } as const;

function RecordLinks({ links = [] }: { links: FormState['links'] | undefined }) {
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map(({ words, href }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

/** Read out and brought into view, each error leading to its field, in the order of `labels`. */
export function FormStatus({ labels }: { labels: Readonly<Record<string, string>> }) {
  const { id, state: answer, heldBack } = useContext(FormContext);
  const state = heldBack ? { ...answer, ...heldBack, ...HELD_BACK } : answer;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (heldBack || answer.status !== 'fresh') box.current?.focus();
  }, [answer, heldBack]);
  if (state.status === 'fresh' || !state.message) return null;
  if (state.status !== 'refused') {
    return (
      <div ref={box} tabIndex={-1} role="status" className="msg msg--done">
        <p>
          <Icon name={state.status === 'done' ? 'check' : 'info'} /> {state.message}
        </p>
        <RecordLinks links={state.links} />
      </div>
    );
  }
  // A sentence that is already the whole message is not said twice.
  const order = Object.keys(labels);
  const errors = Object.entries(state.errors).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const isOne = errors.length === 1 && errors[0]?.[1] === state.message;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="form-summary">
      <p>
        <Icon name="warning" />
        <span>{isOne && errors[0] ? <a href={`#${id}-${errors[0][0]}`}>{state.message}</a> : state.message}</span>
      </p>
      <RecordLinks links={state.links} />
      {isOne || errors.length === 0 ? null : (
        <ul>
          {errors.map(([name, error]) => (
            <li key={name}>
              <a href={`#${id}-${name}`}>{labels[name] ? `${labels[name]}\u00A0: ${error}` : error}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
