// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.RawString;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klankbord.dev.DevPages;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.testsupport.Line;
import org.junit.jupiter.api.Test;

/** The structure that keeps confidences: the line of packages and the nets that no access slips through. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nl.klankbord");

    /** Each may use those above it. {@code local} stands outside the line. */
    private static final List<String> LINE = Line.PACKAGES;

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("nl.klankbord..");
    private static final DescribedPredicate<JavaClass> AN_ENTITY = describe("an entity", type -> type.isAnnotatedWith(Entity.class));
    /** Speaks HTTP: by its name, or because it knows who is asking. */
    private static final DescribedPredicate<JavaClass> HTTP = describe("HTTP classes", type -> type.getSimpleName().matches(".*(Pages|Resource)")
            || !in(type, "identity") && type.getDirectDependenciesFromSelf().stream().anyMatch(d -> d.getTargetClass().isEquivalentTo(CurrentActor.class)));
    /** What a finder gives to whoever comes by on the open web. */
    private static final String OPEN_WEB = "publiclyOpen";

    // -- The line

    @Test
    void a_package_uses_only_packages_upstream_of_it() {
        classes().that(resideInAnyPackage(LINE.stream().map(name -> "nl.klankbord." + name).toArray(String[]::new)))
                .should(satisfy("use packages upstream only", (type, wrong) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> OURS.test(d.getTargetClass()) && LINE.indexOf(place(d.getTargetClass())) > LINE.indexOf(place(type)))
                        .forEach(d -> wrong.accept(type, d.getDescription())))).check(MAIN);
    }

    @Test
    void every_package_has_a_place_in_the_line() {
        assertThat(MAIN.stream().filter(type -> !type.getSimpleName().equals("package-info")).map(ArchitectureTest::place).distinct())
                .isSubsetOf(Stream.concat(LINE.stream(), Stream.of("local")).toList());
    }

    @Test
    void the_local_services_know_nothing_of_the_product_and_nobody_knows_them() {
        classes().that().resideInAPackage("nl.klankbord.local..").and().doNotHaveFullyQualifiedName("nl.klankbord.local.Main")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "nl.klankbord.local..").check(MAIN);
        classes().that().haveFullyQualifiedName("nl.klankbord.local.Main")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.quarkus.runtime..", "nl.klankbord.local..").check(MAIN);
        noClasses().that().resideOutsideOfPackage("nl.klankbord.local..").should().dependOnClassesThat().resideInAPackage("nl.klankbord.local..").check(MAIN);
    }

    @Test
    void no_class_hides_behind_an_empty_word() {
        noClasses().should().haveNameMatching(".*(Service|Impl|Manager|Helper|Utils?|Dto|DTO)").check(MAIN);
    }

    // -- Nets 1 and 2: who asks over HTTP

    @Test
    void every_address_says_who_may_call_it() {
        classes().that().areAnnotatedWith(Path.class).or(describe("have endpoints", type -> type.getMethods().stream().anyMatch(ArchitectureTest::endpoint)))
                .should(satisfy("say who may call them", (type, wrong) -> type.getMethods().stream()
                        .filter(method -> endpoint(method) && !secured(method) && !secured(type)).forEach(method -> wrong.accept(type, method.getFullName() + " says nothing")))).check(MAIN);
        methods().that(describe("are endpoints", ArchitectureTest::endpoint)).should().bePublic().check(MAIN);
    }

    @Test
    void addresses_are_in_pages_and_resources() {
        classes().that().areAnnotatedWith(Path.class).should().haveNameMatching(".*(Pages|Resource)").check(MAIN);
        methods().that(describe("are endpoints", ArchitectureTest::endpoint)).should().beDeclaredInClassesThat().haveNameMatching(".*(Pages|Resource)").check(MAIN);
    }

    @Test
    void http_asks_only_on_behalf_of_an_actor() {
        classes().that(HTTP).should(satisfy("call only what takes an Actor", (type, wrong) -> Stream.concat(Stream.of(type), inside(type))
                .flatMap(part -> part.getAccessesFromSelf().stream()).filter(access -> OURS.test(access.getTargetOwner()) && !harmless(type, access) && !onBehalf(access))
                .forEach(access -> wrong.accept(type, access.getDescription())))).check(MAIN);
    }

    @Test
    void http_does_not_query() {
        noClasses().that(HTTP).or().resideInAPackage("nl.klankbord.web..").should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.hibernate..").check(MAIN);
    }

    @Test
    void a_finder_is_told_who_reads() {
        methods().that().arePublic().and().areDeclaredInClassesThat().haveSimpleNameEndingWith("Finder").and().doNotHaveName(OPEN_WEB)
                .should(satisfy("take an Actor first", (method, wrong) -> {
                    if (!takesActorFirst(method)) {
                        wrong.accept(method, method.getFullName() + " takes no Actor first");
                    }
                })).check(MAIN);
    }

    // -- Nets 3 and 4: writes and policies

    @Test
    void a_write_takes_the_actor_first_and_returns_an_outcome() {
        methods().that(TRANSACTIONAL).and().arePublic().should(satisfy("take the Actor first", (method, wrong) -> {
            if (!takesActorFirst(method)) {
                wrong.accept(method, method.getFullName() + " does not");
            }
        })).andShould().haveRawReturnType(Outcome.class).check(MAIN);
    }

    @Test
    void a_write_asks_the_policy() {
        methods().that(TRANSACTIONAL).and().arePublic().should(satisfy("ask a policy", (method, wrong) -> {
            if (!asksPolicy(method, new HashSet<>())) {
                wrong.accept(method, method.getFullName() + " decides for itself");
            }
        })).check(MAIN);
    }

    @Test
    void a_policy_is_pure() {
        classes().that().haveSimpleNameEndingWith("Policy").should().haveModifier(JavaModifier.FINAL).andShould().haveOnlyPrivateConstructors()
                .andShould().onlyDependOnClassesThat(resideInAPackage("java..").or(describe("are values or policies", type ->
                        OURS.test(type) && (value(type) || type.isInterface() || type.getSimpleName().endsWith("Policy"))))).check(MAIN);
        methods().that().areDeclaredInClassesThat().haveSimpleNameEndingWith("Policy").should().beStatic().check(MAIN);
        fields().that().areDeclaredInClassesThat().haveSimpleNameEndingWith("Policy").should().beFinal().allowEmptyShould(true).check(MAIN);
    }

    @Test
    void timers_are_in_jobs_and_their_schedules_in_the_settings() throws Exception {
        methods().that().areAnnotatedWith(Scheduled.class).should().beDeclaredInClassesThat().haveSimpleNameEndingWith("Jobs").check(MAIN);
        String settings = java.nio.file.Files.readString(java.nio.file.Path.of("src/main/resources/application.properties"));
        methods().that().areAnnotatedWith(Scheduled.class).should(satisfy("be scheduled by application.properties", (method, wrong) -> {
            // A key with or without a default: what holds stands in the settings, beside the others.
            String every = method.getAnnotationOfType(Scheduled.class).every();
            if (!every.matches("\\$\\{klankbord\\.jobs\\.[a-z-]+(:\\w+)?}") || !settings.contains("\n" + every.substring(2, every.length() - 1).split(":")[0] + "=")) {
                wrong.accept(method, method.getFullName() + " is scheduled by " + every);
            }
        })).check(MAIN);
    }

    // -- Entities

    @Test
    void an_entity_reaches_neither_page_nor_json() {
        noClasses().that(HTTP).should().dependOnClassesThat(AN_ENTITY).check(MAIN);
        fields().that().areDeclaredInClassesThat().areRecords().should(satisfy("hold no entity", (field, wrong) -> field.getType().getAllInvolvedRawTypes().stream()
                .filter(AN_ENTITY).forEach(entity -> wrong.accept(field, field.getFullName() + " holds " + entity.getName())))).check(MAIN);
        methods().that().arePublic().and().areDeclaredInClassesThat().haveSimpleNameEndingWith("Finder").should(satisfy("return no entity", (method, wrong) ->
                method.getReturnType().getAllInvolvedRawTypes().stream().filter(AN_ENTITY).forEach(entity -> wrong.accept(method, method.getFullName() + " returns " + entity.getName())))).check(MAIN);
    }

    @Test
    void an_entity_is_made_whole_and_changed_by_its_own_methods() {
        constructors().that().areDeclaredInClassesThat(AN_ENTITY).and().haveRawParameterTypes(new Class<?>[0]).should().notBePublic().check(MAIN);
        noMethods().that().areDeclaredInClassesThat(AN_ENTITY).should().haveNameMatching("set[A-Z].*").check(MAIN);
        fields().that().areDeclaredInClassesThat(AN_ENTITY).and().areNotStatic().should().bePrivate().check(MAIN);
    }

    // -- Output

    @Test
    void only_one_place_writes_html_that_is_not_escaped() {
        noClasses().that().doNotHaveFullyQualifiedName("nl.klankbord.web.SafeHtml").should().accessTargetWhere(describe("makes a RawString", access ->
                access.getTargetOwner().isAssignableTo(RawString.class) && access.getName().equals("<init>"))).check(MAIN);
    }

    // -- Time

    @Test
    void now_comes_from_the_injected_clock() {
        noClasses().that().doNotHaveFullyQualifiedName("nl.klankbord.shared.AdjustableClock").and().doNotHaveFullyQualifiedName("nl.klankbord.shared.Ids")
                .and().resideOutsideOfPackage("nl.klankbord.local..").should().accessTargetWhere(describe("tells the system's time", ArchitectureTest::tellsTime)).check(MAIN);
    }

    @Test
    void nobody_sleeps_but_who_waits_for_a_child_process() {
        noClasses().that().resideOutsideOfPackage("nl.klankbord.local..").should().accessTargetWhere(describe("sleeps", access ->
                access.getName().equals("sleep") && List.of("java.lang.Thread", "java.util.concurrent.TimeUnit").contains(access.getTargetOwner().getName()))).check(MAIN);
    }

    // -- How the rules look

    private static final DescribedPredicate<JavaMethod> TRANSACTIONAL = describe("are transactional", method ->
            method.isAnnotatedWith(Transactional.class) || method.getOwner().isAnnotatedWith(Transactional.class));

    private static <T> ArchCondition<T> satisfy(String description, BiConsumer<T, BiConsumer<Object, String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.accept(item, (object, message) -> events.add(SimpleConditionEvent.violated(object, message)));
            }
        };
    }

    private static String place(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("nl.klankbord") ? "" : name.substring("nl.klankbord.".length());
    }

    private static boolean in(JavaClass type, String place) {
        return OURS.test(type) && place(type).equals(place);
    }

    private static boolean endpoint(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }

    private static boolean secured(CanBeAnnotated item) {
        return item.isAnnotatedWith(Authenticated.class) || item.isAnnotatedWith(PermitAll.class) || item.isAnnotatedWith(RolesAllowed.class);
    }

    private static Stream<JavaClass> inside(JavaClass type) {
        return MAIN.stream().filter(other -> other.getName().startsWith(type.getName() + "$"));
    }

    /** Values, what decides or formats them, and the HTTP layer itself give away nothing that was not asked for. */
    private static boolean harmless(JavaClass caller, JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return outermost(owner).equals(outermost(caller)) || in(owner, "shared") || in(owner, "web") || value(owner) || owner.getSimpleName().endsWith("Policy")
                || owner.isEquivalentTo(CurrentActor.class) || owner.isAssignableTo(Actor.class) || HTTP.test(owner) || access.getName().equals(OPEN_WEB)
                // Mail that the catcher of a demo holds is nobody's: these pages exist in a demo only.
                || caller.isEquivalentTo(DevPages.class) && owner.getSimpleName().equals("CaughtMail");
    }

    private static boolean onBehalf(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget call && call.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Actor.class))
                && call.resolveMember().filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)).isPresent();
    }

    /** Records, enums and what is written inside a record. An interface is none: it may ask on nobody's behalf. */
    private static boolean value(JavaClass type) {
        return type.isRecord() || type.isEnum() || outermost(type).isRecord();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean takesActorFirst(JavaMethod method) {
        return !method.getRawParameterTypes().isEmpty() && method.getRawParameterTypes().getFirst().isAssignableTo(Actor.class);
    }

    /** By itself, by a method of its own class, or by one that exists to decide. */
    private static boolean asksPolicy(JavaCodeUnit code, Set<JavaCodeUnit> seen) {
        return seen.add(code) && Stream.concat(code.getCallsFromSelf().stream(), code.getCodeUnitReferencesFromSelf().stream()).anyMatch(call ->
                call.getTargetOwner().getSimpleName().endsWith("Policy") || call.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                        && target.resolveMember().filter(member -> member.getOwner().equals(code.getOwner()) || member.getRawReturnType().isEquivalentTo(Decision.class))
                        .filter(member -> asksPolicy(member, seen)).isPresent());
    }

    private static boolean tellsTime(JavaAccess<?> access) {
        Predicate<HasName> named = name -> Set.of("now", "systemUTC", "system", "systemDefaultZone", "tickSeconds", "tickMinutes", "tickMillis").contains(name.getName());
        String owner = access.getTargetOwner().getName();
        return owner.startsWith("java.time.") && named.test(access) && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class))
                || owner.equals("java.lang.System") && access.getName().equals("currentTimeMillis") || owner.equals("java.util.Date") && access.getName().equals("<init>");
    }
}
