import { YesBox } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import type { StructureContact } from '@/lib/structures/facts';

/** Personal data: nobody outside the office sees it unless the last box is ticked. */
export function ContactFields({ contactName, contactEmail, contactPhone, contactPublished }: StructureContact) {
  return (
    <>
      <div className="g6">
        <Field name="contactName" label="Nom" autoComplete="off" initially={contactName} />
      </div>
      <div className="g3">
        <Field name="contactEmail" label="Courriel" type="email" autoComplete="off" initially={contactEmail} />
      </div>
      <div className="g3">
        <Field name="contactPhone" label="Téléphone" type="tel" autoComplete="off" initially={contactPhone} />
      </div>
      <div className="g6">
        <YesBox
          name="contactPublished"
          legend="Sur le site public"
          label="Montrer ce contact sur la fiche publique"
          isTicked={contactPublished}
        />
      </div>
    </>
  );
}
