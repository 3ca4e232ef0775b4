import type { Metadata } from 'next';
import { ContactAddress } from '@/components/site/operator-words';
import { ProsePage, ProsePart } from '@/components/site/prose-page';
import { getSettings } from '@/lib/env';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'Données personnelles',
  description:
    'Ni cookie, ni mesure d’audience : ce que ce site sait de ses visiteurs, et des personnes que citent les fiches.',
  alternates: { canonical: '/donnees-personnelles' },
};

const CONTENTS = [
  { id: 'visiteurs', label: 'Quand vous visitez ce site' },
  { id: 'position', label: 'Votre position' },
  { id: 'carte', label: 'La carte' },
  { id: 'journaux', label: 'Les journaux du serveur' },
  { id: 'fiches', label: 'Les fiches' },
  { id: 'droits', label: 'Vos droits' },
];

export default function PersonalDataPage() {
  return (
    <ProsePage
      title="Données personnelles"
      lead="Ce site ne cherche pas à savoir qui vous êtes. Voici tout ce qui passe par lui."
      contents={CONTENTS}
    >
      <ProsePart id="visiteurs" title="Quand vous visitez ce site">
        <ul>
          <li>
            Aucun cookie n’est déposé en visitant le site. Votre navigateur ne garde que des copies de fichiers
            (caractères, images, programmes), pour ne pas les redemander.
          </li>
          <li>Aucune mesure d’audience, aucun traceur, aucune publicité, aucun bouton de réseau social.</li>
          <li>Les caractères, les images et les programmes des pages sont servis par ce site même.</li>
        </ul>
        <p>
          Ce que vous cherchez s’écrit dans l’adresse de la page, pour que vous puissiez la garder ou l’envoyer. Vos
          recherches ne sont ni enregistrées ni rapprochées de vous.
        </p>
      </ProsePart>
      <Position />
      <MapTiles />
      <ServerLogs />
      <Accounts />
      <Records />
      <Rights />
    </ProsePage>
  );
}

function Position() {
  return (
    <ProsePart id="position" title="Votre position">
      <p>
        Le bouton « Autour de moi » demande votre position à votre navigateur, seulement quand vous le pressez. Elle est
        arrondie sur votre appareil, à un kilomètre près environ, puis envoyée à ce site, qui répond par la commune la
        plus proche et l’oublie aussitôt : elle n’est ni enregistrée, ni notée dans un journal, ni écrite dans l’adresse
        de la page. L’adresse ne porte que le code de cette commune, le même que si vous aviez tapé son nom.
      </p>
      <p>Refuser ne vous prive de rien : tapez une commune ou un code postal.</p>
    </ProsePart>
  );
}

function MapTiles() {
  const { mapTiles } = getSettings();
  return (
    <ProsePart id="carte" title="La carte">
      {mapTiles ? (
        <p>
          Le fond détaillé de la carte interactive est fait d’images que votre navigateur demande à{' '}
          <strong>{new URL(mapTiles.origin).host}</strong> ({mapTiles.credit}). Ce serveur reçoit donc votre adresse IP
          et les endroits que vous regardez sur la carte. Il ne reçoit pas l’adresse complète de la page. Sans
          JavaScript, la carte est dessinée par ce site et rien n’est demandé ailleurs.
        </p>
      ) : (
        <p>La carte est dessinée par ce site même : aucune image n’est demandée à un autre serveur.</p>
      )}
    </ProsePart>
  );
}

function ServerLogs() {
  const { isAccessLogged } = getSettings();
  return (
    <ProsePart id="journaux" title="Les journaux du serveur">
      {isAccessLogged ? (
        <p>
          Le programme du site note chaque demande en une ligne : l’instant, la page demandée, le code de la réponse, sa
          taille et sa durée. Ni votre adresse IP, ni votre navigateur, ni votre compte, ni le texte de votre recherche
          n’y figurent.
        </p>
      ) : (
        <p>Le programme du site n’écrit pas de journal des visites.</p>
      )}
      <p>
        Quand une erreur imprévue survient, il en note une ligne, sans votre adresse IP et sans le texte de votre
        recherche.
      </p>
      <p>
        L’hébergeur, comme tout hébergeur, peut tenir pour la sécurité un journal technique (adresse IP, heure, page
        demandée). Son nom est dans les <a href="/mentions-legales">mentions légales</a>.
      </p>
    </ProsePart>
  );
}

function Accounts() {
  return (
    <ProsePart id="bureau" title="Les comptes du bureau">
      <p>
        Le bureau est réservé aux personnes qui tiennent l’annuaire à jour. Leur connexion dépose un cookie, nécessaire
        pour les reconnaître, qui s’éteint après deux heures sans activité et douze heures au plus&#8239;; il ne sert
        qu’à cela.
      </p>
      <p>
        Un second cookie reste un an après la dernière connexion, déconnexion comprise. Il est déposé sur l’appareil
        d’où quelqu’un s’est connecté, ou a choisi un mot de passe par un lien, et ne porte qu’un nom tiré au hasard,
        signé par le site. Il n’ouvre rien et ne suit personne&#160;: il fait compter les essais de cet appareil à part
        de ceux des inconnus, qui ne peuvent donc pas fermer le compte à la personne qui le tient.
      </p>
      <p>
        Le site garde leur nom, leur adresse de courriel, leur rôle, leurs sessions en cours et le journal de leurs
        modifications. Quand quelqu’un s’en va, son nom et son adresse sont remplacés par un numéro. Les essais de
        connexion manqués sont comptés par heure et par adresse IP, et effacés après 90 jours. L’empreinte des appareils
        et des adresses IP d’où un compte s’est connecté est gardée un an après la dernière fois.
      </p>
      <p>
        Quand le site tient lui-même sa base de données, il en fait chaque nuit une copie, qu’il efface après sept
        jours&#8239;: ce qui vient d’être effacé y demeure jusque-là.
      </p>
    </ProsePart>
  );
}

function Records() {
  return (
    <ProsePart id="fiches" title="Les fiches">
      <p>
        Les fiches décrivent des structures retenues par un appel public : nom, commune, adresse, site, aide annoncée.
        Ces informations ont été publiées par l’administration ou par les structures elles-mêmes, et chaque fiche cite
        sa source. Si une fiche vous nomme ou donne une adresse qui est la vôtre, vous pouvez la faire corriger ou
        retirer.
      </p>
    </ProsePart>
  );
}

function Rights() {
  const { contactEmail } = getSettings();
  return (
    <ProsePart id="droits" title="Vos droits">
      <p>
        Pour savoir ce qu’une fiche dit de vous, la corriger, vous y opposer ou la faire effacer, écrivez à :{' '}
        <ContactAddress email={contactEmail} />
      </p>
      <p>
        Si la réponse ne vous convient pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés
        (CNIL) : <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>, ou 3 place de Fontenoy, TSA 80715,
        75334 Paris Cedex 07.
      </p>
    </ProsePart>
  );
}
