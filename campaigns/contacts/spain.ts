/**
 * Spain's provinces: the first two digits of the postal code and the region (comunidad autónoma) that each is in.
 * Source: the Correos numbering of provinces and ISO 3166-2:ES, as known on 2026-11-21.
 */

/** Each line: region, then prefix=Province pairs, the underscore standing for a space. */
const ROWS: readonly (readonly [region: string, provinces: string])[] = [
  ["AN", "04=Almería 11=Cádiz 14=Córdoba 18=Granada 21=Huelva 23=Jaén 29=Málaga 41=Sevilla"],
  ["AR", "22=Huesca 44=Teruel 50=Zaragoza"],
  ["AS", "33=Asturias"],
  ["CB", "39=Cantabria"],
  ["CE", "51=Ceuta"],
  ["CL", "05=Ávila 09=Burgos 24=León 34=Palencia 37=Salamanca 40=Segovia 42=Soria 47=Valladolid 49=Zamora"],
  ["CM", "02=Albacete 13=Ciudad_Real 16=Cuenca 19=Guadalajara 45=Toledo"],
  ["CN", "35=Las_Palmas 38=Santa_Cruz_de_Tenerife"],
  ["CT", "08=Barcelona 17=Girona 25=Lleida 43=Tarragona"],
  ["EX", "06=Badajoz 10=Cáceres"],
  ["GA", "15=A_Coruña 27=Lugo 32=Ourense 36=Pontevedra"],
  ["IB", "07=Baleares"],
  ["MC", "30=Murcia"],
  ["MD", "28=Madrid"],
  ["ML", "52=Melilla"],
  ["NC", "31=Navarra"],
  ["PV", "01=Álava 20=Gipuzkoa 48=Bizkaia"],
  ["RI", "26=La_Rioja"],
  ["VC", "03=Alicante 12=Castellón 46=Valencia"],
];

type Province = { prefix: string; name: string; region: string };

export const SPANISH_PROVINCES: readonly Province[] = ROWS.flatMap(([region, provinces]) =>
  provinces.split(" ").map((pair) => {
    const [prefix = "", name = ""] = pair.split("=");
    return { prefix, name: name.replaceAll("_", " "), region: `ES-${region}` };
  }),
);
