import { FocusHere } from '@/components/ui/focus-here';
import { Icon } from '@/components/ui/icon';

type DoneMessageProps = {
  done: string | string[] | undefined;
  sentences: Readonly<Record<string, string>>;
};

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
