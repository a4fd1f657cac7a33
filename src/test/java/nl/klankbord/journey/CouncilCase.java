// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

/** The case that is run on real input: a council asks for monitoring of its new neighbourhood teams. */
final class CouncilCase {
    static final String PROGRAMME = "Sturen met kwaliteit";
    static final String PURPOSE = "Hoe weten we of inwoners echt geholpen zijn? In dit programma leren gemeenten van elkaar hoe je stuurt op wat ertoe doet.";
    static final String ROUND = "Winter 2027";

    static final String TITLE = "De raad wil weten of de buurtteams werken";
    static final String PASSAGE = "worden mensen snel geholpen";
    static final String QUESTION = "Onze gemeenteraad vraagt om een monitor van de nieuwe buurtteams. De raad wil twee dingen weten: worden mensen snel geholpen, en doen we geen dingen dubbel? "
            + "Hoe geven we de raad inzicht, zonder dat de teams straks vooral bezig zijn met tellen?";
    static final String INTENTION = "Inwoners krijgen op tijd hulp die past, van iemand die hen kent. De raad kan zijn werk doen: grenzen stellen en op tijd bijsturen.";
    static final String OUTCOME = "Zij hoeven niet lang te wachten en hoeven hun verhaal maar één keer te vertellen.";
    static final String TENSION = "De raad heeft recht op inzicht en wil cijfers, het liefst elk kwartaal. De teams zijn een half jaar bezig en hebben tijd en vertrouwen nodig. "
            + "Elk cijfer dat we vragen, kost tijd bij mensen thuis. En wat we meten, gaat vanzelf het werk sturen.";
    static final String STIP = "Over twee jaar praten raad, college en teams twee keer per jaar over wat de hulp oplevert. Een paar cijfers en een paar verhalen zijn daarvoor genoeg.";
    static final String FOTO = "Er zijn zes buurtteams. Drie organisaties leveren de mensen, en ieder houdt zijn eigen lijsten bij. De raad kreeg tot nu toe één brief.";
    static final String PATHS = "Tien vaste cijfers voor alle teams, elk kwartaal.\nWeinig cijfers, en elk half jaar een gesprek met de teams over wat zij zien.\nInwoners zelf laten vertellen, en dat naast de cijfers leggen.";
    static final String EXPERIMENT = "Drie maanden lang in twee teams: elk team telt drie dingen en schrijft één verhaal op, over iets wat goed ging of juist niet.";
    static final String STOP = "De kwartaallijst uit de tijd voor de buurtteams. Niemand weet meer wie die leest.";
    static final String ASSUMPTIONS = "Als we de wachttijd meten, wordt de wachttijd korter.\nDe raad vertrouwt de teams pas als er cijfers zijn.\nTwee hulpverleners in één gezin betekent dubbel werk.";
    static final String TRIED = "Een groot overzicht op een scherm. Het stond vol, maar niemand gebruikte het.";

    static final String ZWOLLE_ASKS = "Wat is voor de raad snel: de eerste afspraak, of het moment waarop iemand verder kan? En wat vinden inwoners zelf snel?";
    static final String DELFT_ANSWERS = "Dat weten we niet. We tellen nu de dagen tot het eerste gesprek. Aan inwoners hebben we het nog nooit gevraagd.";
    static final String LEEUWARDEN_ASKS = "Welk besluit kan de raad nu niet nemen, omdat de cijfers ontbreken?";
    static final String DELFT_ANSWERS_TOO = "Goede vraag. Eigenlijk alleen of er een zevende team moet komen.";
    static final String VENLO_RECOGNISES = "Onze raad vroeg hetzelfde, een jaar na de start.";

    static final String ZWOLLE_MARK = "Een getal ging pas leven toen een teamlid erbij vertelde wat er was gebeurd";
    static final String ZWOLLE = "We herkennen de haast. Onze raad kreeg na een jaar twaalf cijfers per kwartaal, en niemand stelde er nog een vraag over. " + ZWOLLE_MARK + ".";
    static final String ZWOLLE_EXAMPLE = "In één wijk steeg de wachttijd. Het team vertelde waarom: het bleef langer bij gezinnen met schulden. De raad besloot toen om dat zo te laten.";
    static final String ZWOLLE_ADVICE = "Begin bij het besluit dat de raad wil nemen. Tel alleen wat daarbij helpt.";
    static final String ZWOLLE_MIRROR = "Wij vragen zelf nog steeds lijsten op die hier niemand leest. Daar kunnen we morgen mee stoppen.";
    static final String LEEUWARDEN_MARK = "De cijfers werden beter, het wachten op hulp niet";
    static final String LEEUWARDEN = "Toen wij gingen tellen, planden de teams het eerste gesprek eerder. Maar de hulp zelf begon niet eerder. " + LEEUWARDEN_MARK + ". Dat hoorden we pas van de inwoners.";
    static final String LEEUWARDEN_ADVICE = "Vraag tien inwoners wat zij snel vinden, en leg dat naast uw cijfers.";
    static final String VENLO_MARK = "Pas in een gesprek met die gezinnen bleek dat ieder iets anders deed";
    static final String VENLO = "Twee mensen in één gezin leek bij ons dubbel werk. " + VENLO_MARK + ". Zonder dat gesprek hadden we iets goeds weggehaald.";

    static final String WORKS = "Eerst vragen welk besluit er genomen moet worden, en dan pas wat we daarvoor tellen.";
    static final String NEXT_STEP = "In twee teams proberen we het drie maanden: drie cijfers en één verhaal. In juni praten we er met de raad over.";
    static final String STILL_OPEN = "Hoe vertellen we verhalen zonder dat een gezin te herkennen is?";

    static final String PATTERN = "Een cijfer zegt pas iets als iemand vertelt wat erachter zit.";
    static final String LESSON = "Een cijfer helpt de raad pas als er een verhaal bij zit";
    static final String STATEMENT = "Geef de raad weinig cijfers. Laat bij elk cijfer iemand aan het woord die het werk doet of de hulp krijgt. Zo gaat het gesprek over inwoners, en niet over de lijst.";
    static final String CONDITIONS = "Raad, college en teams spreken vooraf af welk besluit ze met het cijfer willen nemen. En ze maken tijd om er samen over te praten.";
    static final String COUNTER_EXAMPLE = "Is het geld op, dan wil een raad eerst weten hoeveel er mist. Een verhaal komt dan te vroeg.";
    static final String FRAME = "De raad zegt welke vraag hij beantwoord wil zien. Wat niet helpt bij een besluit, telt niemand.";
    static final String FILLING = "Elke gemeente kiest zelf twee of drie cijfers, en wie erbij vertelt.";
    static final String COUNTING = "Het aantal dagen tot de hulp echt begint. Hoe vaak iemand opnieuw moet uitleggen wat er is.";
    static final String TELLING = "Per team één verhaal per half jaar, over iets wat goed ging of juist niet.";

    private CouncilCase() {}
}
