import { Button } from '@/components/ui/button';

/** Without scripts it is not shown, and the text itself can be selected. */
export function CopyCitation({ text }: { text: string }) {
  return (
    <div className="with-scripts no-print">
      <Button look="ink" small data-copy={text}>
        Copier la citation
      </Button>
      <p role="status" className="mb-0 text-xs" />
    </div>
  );
}
