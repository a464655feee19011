/**
 * What people write above the columns of a contact list, in the languages that lists come in: English, Spanish,
 * French, German, Italian, Portuguese, Dutch, Polish, Swedish, Russian, Turkish, Japanese and Chinese.
 * Case, accents, spaces and punctuation do not matter (`plainHeader`), so each word stands here once.
 */

/** What a column may mean for a contact. */
export const COLUMN_MEANINGS = [
  "phone",
  "externalRef",
  "givenName",
  "familyName",
  /** A whole name in one column: kept as it is, as the given name. */
  "fullName",
  "country",
  "region",
  "postalCode",
  "timeZone",
  "language",
  "priority",
  /** Which debt the calls are about. */
  "debtId",
  /** What the first number is reached on: "mobile", "landline". */
  "numberType",
  /** On which basis the person may be called, since when, and how that was obtained. */
  "consent",
  "consentAt",
  "consentSource",
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** A phone header that says by a word, not by a number, that it comes second. */
// biome-ignore format: words side by side are read faster
export const SECOND_PHONE_WORDS: readonly string[] = [
  "alt phone", "alternate phone", "alternative phone", "alternative number", "second phone", "secondary phone", "other phone",
  "additional phone", "otro telefono", "telefono alternativo", "autre telephone", "zweite telefonnummer", "altro telefono",
  "outro telefone", "additional number", "alt number",
];

// biome-ignore format: words side by side are read faster
export const HEADER_WORDS: Readonly<Record<ColumnMeaning, readonly string[]>> = {
  phone: [
    "phone", "phone number", "phone no", "tel", "tel no", "tel number", "telephone", "telephone number", "telephone no", "mobile",
    "mobile phone", "mobile number", "mobile no", "cell", "cell phone", "cell number", "cellular", "home phone", "home number",
    "home telephone", "work phone", "work number", "work telephone", "business phone", "office phone", "daytime phone", "day phone",
    "evening phone", "landline", "primary phone", "main phone", "main number", "contact number", "contact phone",
    "customer phone", "phone primary", "phone mobile", "phone home", "phone work", "dial number", "number to call", "msisdn", "e164",
    "e164 number", "phone e164", "ph", "ph no", "telefono", "telefono movil", "numero de telefono", "movil", "celular",
    "telefono fijo", "telefono celular", "numero de celular", "numero de telephone", "telephone mobile", "telephone fixe",
    "portable", "telephone portable", "tel mobile", "tel fixe", "numero de mobile", "tel portable", "numero de portable", "telefon", "telefonnummer", "telefon nr", "tel nr", "rufnummer",
    "mobil", "mobilnummer", "mobiltelefon", "handy", "handynummer", "festnetz", "cellulare", "numero di telefono", "numero di cellulare",
    "telefono cellulare", "telefone", "telemovel", "numero de telefone", "telefone celular", "telefoonnummer", "telefoon",
    "mobiele telefoon", "mobiel", "mobiel nummer", "numer telefonu", "nr telefonu", "telefon komorkowy", "komorka",     "telefonnummer mobil", "телефон", "номер телефона", "мобильный", "мобильный телефон", "моб телефон", "telefon numarasi",
    "cep telefonu", "電話", "電話番号", "携帯", "携帯電話", "携帯電話番号", "電話號碼", "电话", "电话号码", "手机", "手机号", "手机号码",
  ],
  externalRef: [
    "id", "external id", "external ref", "external reference", "reference", "ref", "ref no", "customer id", "customer no",
    "customer number", "contact id", "client id", "account id", "account number", "account no", "record id", "crm id", "lead id",
    "vendor lead code", "member id", "case id", "cliente id", "id cliente", "numero de cliente", "id client", "numero client",
    "kundennummer", "kunden nr", "kunden id", "referenz", "riferimento", "codice cliente", "referencia", "klantnummer",
    "numer klienta", "kundnummer", "идентификатор", "номер клиента", "musteri no", "顧客番号", "顧客id", "客户编号",
  ],
  givenName: [
    "first name", "given name", "given names", "forename", "fname", "contact first name", "nombre de pila", "primer nombre",
    "prenom", "vorname", "prenome", "primeiro nome", "voornaam", "imie", "fornamn", "имя", "名",
  ],
  familyName: [
    "last name", "family name", "surname", "lname", "contact last name", "apellido", "apellidos",
    "nom de famille", "nachname", "familienname", "zuname", "cognome", "sobrenome", "apelido", "achternaam", "nazwisko", "efternamn",
    "фамилия", "soyad", "soyadi", "姓",
  ],
  fullName: [
    "name", "full name", "contact", "contact name", "customer name", "client name", "customer", "nombre",
    "nombre completo", "nombre y apellidos", "nom", "nom complet", "nom et prenom", "vollstandiger name", "kontakt", "nome",
    "nome completo", "nome e cognome", "naam", "volledige naam", "imie i nazwisko", "namn", "фио", "ad soyad", "氏名", "名前", "姓名",
  ],
  country: [
    "country", "country code", "country name", "iso country", "nation", "pais", "codigo de pais", "pays", "code pays", "land",
    "landercode", "landerkurzel", "staat", "paese", "nazione", "kraj", "страна", "ulke", "国", "国家",
  ],
  region: [
    "state", "state code", "state province", "state or province", "province", "region", "region code", "prefecture",
    "estado", "provincia", "comunidad autonoma", "departement", "bundesland", "kanton", "canton", "regione", "provincie",
    "wojewodztwo", "область", "регион", "il", "都道府県", "省", "省份",
  ],
  postalCode: [
    "zip", "zip code", "zip5", "zip 4", "zip postal code", "postal code", "postcode", "postal",
    "pin code", "eircode", "codigo postal", "cp", "code postal", "plz", "postleitzahl", "cap", "codice postale", "cep",
    "kod pocztowy", "postnummer", "почтовый индекс", "индекс", "posta kodu", "郵便番号", "邮编", "邮政编码",
  ],
  timeZone: [
    "time zone", "tz", "iana time zone", "olson", "zona horaria", "huso horario", "fuseau horaire",
    "fuseau", "zeitzone", "fuso orario", "fuso horario", "tijdzone", "strefa czasowa", "tidszon", "часовой пояс", "saat dilimi",
    "タイムゾーン", "时区",
  ],
  language: [
    "language", "lang", "language code", "locale", "preferred language", "idioma", "lengua", "langue", "sprache", "lingua", "taal",
    "jezyk", "sprak", "язык", "dil", "言語", "语言",
  ],
  priority: ["priority", "prio", "rank", "prioridad", "priorite", "prioritat", "priorita", "prioridade", "prioriteit", "priorytet",
    "prioritet", "приоритет", "oncelik", "優先度", "优先级"],
  debtId: ["debt id", "debt", "debt no", "debt number", "debt account", "debt reference", "loan id", "loan no", "loan number"],
  numberType: ["number type", "phone type", "line type", "type of number", "type of phone", "tipo de telefono", "type de telephone",
    "rufnummerntyp"],
  consent: ["consent", "consent basis", "consent type", "consent given", "opt in", "opted in", "consentimiento", "consentement",
    "einwilligung", "consenso", "consentimento", "toestemming", "zgoda", "samtycke", "согласие", "同意"],
  consentAt: ["consent at", "consent date", "consent on", "date of consent", "consented at", "consented on", "opt in date", "opt in at",
    "opted in at", "consent timestamp"],
  consentSource: ["consent source", "source of consent", "consent method", "opt in source", "consent obtained by"],
};

/** The columns that a file of refused rows begins with. Not ours to keep when the corrected file comes back. */
export const REFUSAL_HEADERS: readonly string[] = ["refused_line", "refused_field", "refused_reason", "refused_found", "refused_expected"];

/** "Customer phone number", "Best mobile": whatever stands before, it is a phone, unless it asks whether there is one. */
export const PHONE_ENDING =
  /^(?!no|has|is|can|may|opt|do|sms|text).+(?:phone|telephone|mobile|cell|telefon|telefono)(?:number|num|no|nr)?$/;

/** A header without case, accents, spaces and punctuation: "Téléphone (1)" and "telephone1" are one. */
export const plainHeader = (header: string): string =>
  header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
