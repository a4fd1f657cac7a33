// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every address the product answers, as its classes say: {@code GET /api/v1/dilemmas/{}}. */
public final class Routes {
    private static final List<Class<? extends Annotation>> METHODS = List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class, HEAD.class, OPTIONS.class);

    private Routes() {}

    public static Set<String> all() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target/classes/nl/klankbord"))) {
            if (type.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
                type.getMethods().forEach(method -> METHODS.stream().filter(method::isAnnotatedWith)
                        .forEach(verb -> routes.add(plain(verb.getSimpleName() + " " + path(type, method)))));
            }
        }
        return routes;
    }

    /** Without the names of what stands between braces. */
    public static String plain(String route) {
        return route.replaceAll("\\{[^{}]*}", "{}");
    }

    private static String path(JavaClass type, JavaMethod method) {
        String path = type.getAnnotationOfType(jakarta.ws.rs.Path.class).value()
                + (method.isAnnotatedWith(jakarta.ws.rs.Path.class) ? "/" + method.getAnnotationOfType(jakarta.ws.rs.Path.class).value() : "");
        String tidy = ("/" + path).replaceAll("/+", "/").replaceAll("/$", "");
        return tidy.isEmpty() ? "/" : tidy;
    }
}
