// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.tartarus.snowball.ext.DutchStemmer;

/** Dutch words as the search compares them: without capitals, accents, stop words and inflection. */
class Dutch extends Analyzer {
    static final String NAME = "dutch";
    /** Words of the field whose forms the stemmer keeps apart; the first of a line is what its forms count as. */
    private static final String TOGETHER = """
            brug bruggen
            kind kinderen kinds kindje kindjes
            gebouw gebouwen gebouwd bouw bouwen bouwt bouwde
            stad steden
            raad raden raadslid raadsleden
            lid leden
            gezin gezinnen
            jeugd jeugdige jeugdigen
            oudere ouderen
            aanbieder aanbieders
            inkoop inkopen ingekocht koopt
            verwijs verwijzen verwijst verwezen verwijzing verwijzingen
            help helpen helpt hielp geholpen hulp
            kies kiezen kiest koos gekozen keuze keuzes
            weet weten wist geweten
            werk werken werkt werkte gewerkt
            vraag vragen vraagt vroeg gevraagd
            stuur sturen stuurt stuurde gestuurd sturing
            meet meten gemeten meting metingen
            tel tellen telt telde geteld
            vertel vertellen vertelt vertelde verteld
            leer leren leert leerde geleerd
            geef geven geeft gaf gegeven
            loop lopen loopt liep gelopen
            samenwerk samenwerken samenwerkt samenwerking samengewerkt
            wacht wachten wachttijd wachttijden wachtlijst wachtlijsten
            """;
    private final StemmerOverrideMap together = together();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream known = new StopFilter(normalize(field, words), DutchAnalyzer.getDefaultStopSet());
        return new TokenStreamComponents(words, new SnowballFilter(new StemmerOverrideFilter(known, together), new DutchStemmer()));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
    }

    /** The words of a question that tell something. */
    static Stream<String> telling(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty() && !DutchAnalyzer.getDefaultStopSet().contains(word));
    }

    private static StemmerOverrideMap together() {
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder();
        TOGETHER.lines().map(line -> line.split(" ")).forEach(forms -> {
            for (String form : forms) {
                builder.add(form, forms[0]);
            }
        });
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
