/** Most lists of leaked passwords, French and English, without accents, digits or signs. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `abcdef abcdefgh abcdefghij abcdefghijkl admin administrateur administrator alexandre amour anticonstitutionnellement
  aqwzsxedc azerty azertyui azertyuiop azertyuiopqsdfghjklm azqsd baseball bienvenue bonjour bonjourbonjour bretagne camille
  changeme changezmoi chocolat coucou coucoucoucou default dragon fabrique fabriques fabriquedeterritoire
  fabriquesdeterritoire football france iloveyou iloveyouiloveyou jetaime jetaimejetaime letmein liverpool login loulou
  marseille maman mamanpapa master mercedes michael monkey motdepasse motdepassemotdepasse mypassword nicolas
  notdepasse olympique operation parispsg parissaintgermain passe passeport passw password passwordpassword
  passwort poiuytreza princess princesse qazwsx qazwsxedc qazwsxedcrfv qsdfghjklm qwerty qwertyui qwertyuiop qwertyuiopasdfghjkl
  qwertyqwerty qwertz qwertzuiop ratatouille secret secretsecret soleil starwars sunshine superman tierslieux toulouse trustno
  trustnoone utilisateur vacances vivelafrance welcome whatever zxcvbnm`.split(/\s+/),
);
