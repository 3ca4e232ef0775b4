import type { Metadata } from 'next';
import { ContactAddress, OperatorWords } from '@/components/site/operator-words';
import { ProsePage, ProsePart } from '@/components/site/prose-page';
import { Definition } from '@/components/ui/definition';
import { getSettings } from '@/lib/env';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'Mentions légales',
  description: 'Éditeur, hébergeur, contact et licences des données, des caractères et des fonds de carte de ce site.',
  alternates: { canonical: '/mentions-legales' },
};

const CONTENTS = [
  { id: 'editeur', label: 'Éditeur et hébergeur' },
  { id: 'donnees', label: 'Licence des données' },
  { id: 'carte', label: 'Fonds de carte' },
  { id: 'caracteres', label: 'Caractères' },
  { id: 'programme', label: 'Programme du site' },
  { id: 'limites', label: 'Limites' },
];

export default function LegalNoticePage() {
  const { publisher, hosting, contactEmail } = getSettings();
  return (
    <ProsePage
      title="Mentions légales"
      lead="Qui publie ce site, où il est hébergé, et ce que chacun peut en reprendre."
      contents={CONTENTS}
    >
      <ProsePart id="editeur" title="Éditeur et hébergeur">
        <dl>
          <Definition term="Éditeur">
            <OperatorWords value={publisher} />
          </Definition>
          <Definition term="Hébergeur">
            <OperatorWords value={hosting} />
          </Definition>
          <Definition term="Contact">
            <ContactAddress email={contactEmail} />
          </Definition>
        </dl>
        {publisher ? null : (
          <p>Sans éditeur nommé, ce site est à tenir pour un essai. Il n’est pas un site officiel de l’État.</p>
        )}
      </ProsePart>
      <DataLicence />
      <MapLicence />
      <ProsePart id="caracteres" title="Caractères">
        <p>
          Bricolage Grotesque et Atkinson Hyperlegible Next, sous licence SIL Open Font 1.1. Les deux sont servis par ce
          site même.
        </p>
      </ProsePart>
      <ProsePart id="programme" title="Programme du site">
        <p>
          Le programme est un logiciel libre, sous licence MIT. La carte interactive emploie Leaflet (licence BSD à deux
          clauses) et React Leaflet (licence Hippocratic 2.1).
        </p>
      </ProsePart>
      <ProsePart id="limites" title="Limites">
        <p>
          Ces pages réunissent des informations publiées ailleurs, avec leurs sources. Elles ne créent aucun droit :
          seules les décisions et les conventions de l’administration font foi. Les adresses de sites viennent de pages
          publiques et n’ont pas toutes été vérifiées depuis.
        </p>
      </ProsePart>
    </ProsePage>
  );
}

function DataLicence() {
  return (
    <ProsePart id="donnees" title="Licence des données">
      <p>
        Les données peuvent être reprises librement, même pour un usage commercial, sous la{' '}
        <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence">Licence Ouverte 2.0</a>, à condition de citer
        leur source et la date de leur mise à jour :
      </p>
      <p className="note">
        Source : ANCT, Fabriques de territoire (janvier 2024) ; CGET, recensement des tiers-lieux 2019 ; IREV, 4 février
        2020. Licence Ouverte 2.0.
      </p>
      <p>
        Noms et codes des communes : Insee et La Poste, tables « découpage administratif » d’Etalab, Licence Ouverte.
        Centres des communes : IGN, ADMIN EXPRESS, par les tables « fr-bounding-boxes » d’Etalab, Licence Ouverte 2.0.
      </p>
    </ProsePart>
  );
}

function MapLicence() {
  const { mapTiles } = getSettings();
  return (
    <ProsePart id="carte" title="Fonds de carte">
      <p>
        Les contours (pays, régions, départements) viennent de Natural Earth, dans le domaine public ; ils sont
        simplifiés et n’ont pas de valeur officielle.
      </p>
      {mapTiles ? <p>Les images de fond de la carte interactive : {mapTiles.credit}.</p> : null}
    </ProsePart>
  );
}
