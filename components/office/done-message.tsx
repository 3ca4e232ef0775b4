import { FocusHere } from '@/components/ui/focus-here';
import { Icon } from '@/components/ui/icon';

type DoneMessageProps = {
  done: string | string[] | undefined;
  sentences: Readonly<Record<string, string>>;
};

/** On the page that an act leads to; nothing where there is nothing to say. */
export const DoneNote = ({ children }: { children: string | false | undefined }) =>
  children ? (
    <p className="msg msg--done" role="status">
      {children}
    </p>
  ) : null;

export type LastActs = Readonly<Record<string, { verb: string; sentence: string }>>;
type LastDoneProps = { done: DoneMessageProps['done']; acts: LastActs; lastAction: string | undefined };

/** Told only while it is the last thing done: the address outlives it. */
export function LastDone({ done, acts, lastAction }: LastDoneProps) {
  const told = typeof done === 'string' ? acts[done] : undefined;
  return <DoneNote>{told && lastAction?.endsWith(`.${told.verb}`) && told.sentence}</DoneNote>;
}

/** Nothing for words not known here. */
export function DoneMessage({ done, sentences }: DoneMessageProps) {
  const sentence = typeof done === 'string' && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  if (!sentence) return null;
  return (
    <FocusHere key={sentence} className="msg msg--done">
      <p role="status">
        <Icon name="check" /> {sentence}
      </p>
    </FocusHere>
  );
}
