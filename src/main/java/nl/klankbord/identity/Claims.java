// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klankbord.shared.OneLine;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What Keycloak's token says of a person. The organisation comes from its claim {@code organization}, the CBS code from its attribute {@code cbs}.
 *
 * @param named the codes of all organisations that it names, by alias
 */
record Claims(String subject, String name, String email, String alias, String cbs, Set<String> roles, Map<String, String> named) {

    private static final int LONGEST_NAME = 200;

    Claims(String subject, String name, String email, String alias, String cbs, Set<String> roles) {
        this(subject, name, email, alias, cbs, roles, Map.of());
    }

    static Claims of(JsonWebToken token) {
        // With more than one organisation the first by name speaks, unless she spoke for another of them before.
        TreeMap<String, String> named = new TreeMap<>();
        if (token.claim("organization").orElse(null) instanceof JsonObject organisations) {
            organisations.forEach((alias, organisation) -> named.put(alias, organisation instanceof JsonObject said ? code(first(said.get("cbs"))) : null));
        }
        String alias = named.isEmpty() ? null : named.firstKey();
        String name = OneLine.of(token.<Object>claim("name").map(Claims::text).orElse(token.getName()));
        // Roles and seats are given to addresses, so an address nobody has verified counts as none.
        boolean verified = token.<Object>claim("email_verified").map(v -> Boolean.parseBoolean(v.toString())).orElse(false);
        String email = verified ? token.<Object>claim("email").map(Claims::text).orElse("") : "";
        return new Claims(token.getSubject(), name.substring(0, Math.min(name.length(), LONGEST_NAME)), email.toLowerCase(Locale.ROOT), alias,
                alias == null ? null : named.get(alias), roles(token.claim("roles").orElse(null)), named);
    }

    /** Whoever spoke for one of several organisations goes on to: a second one that is named too is no move. */
    Claims still(String before) {
        return before != null && named.containsKey(before) ? new Claims(subject, name, email, before, named.get(before), roles, named) : this;
    }

    private static String first(JsonValue value) {
        return value instanceof JsonArray array ? array.isEmpty() ? null : text(array.getFirst()) : value == null ? null : text(value);
    }

    /** As the register writes it, however someone typed it. */
    private static String code(String cbs) {
        return cbs == null ? null : cbs.strip().toUpperCase(Locale.ROOT);
    }

    private static String text(Object value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static Set<String> roles(Object claim) {
        return claim instanceof List<?> list ? list.stream().map(Claims::text).collect(Collectors.toSet()) : Set.of();
    }
}
