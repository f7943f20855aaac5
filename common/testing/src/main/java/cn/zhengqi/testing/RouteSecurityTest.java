package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.Upload;
import cn.zhengqi.web.security.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Walks all routes of a service. Extend it in each: {@code @ServiceTest class FinanceRoutesTest extends RouteSecurityTest {}}. */
public abstract class RouteSecurityTest extends RolesOnRoutesTest {

    /** By its name: the library of the annotation is tested with this one. */
    static final String IDEMPOTENT = "cn.zhengqi.data.idempotency.Idempotent";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private DeclaredPermissions declared;

    @Autowired
    private DeclaredFields fields;

    @Autowired
    private ApplicationContext context;

    @Value("${spring.application.name}")
    private String service = "";

    @Test
    void every_route_is_listed_as_public_or_names_its_permission() {
        assertThat(routes.all()).isNotEmpty();
        assertThat(routes.all())
                .allSatisfy(route -> assertThat(route.permissions().isEmpty())
                        .as(route.toString())
                        .isEqualTo(publicRoutes.names(route.method(), route.pattern())));
    }

    @Test
    void no_route_that_needs_a_permission_answers_without_a_token() {
        assertThat(answersOtherThan(HttpStatus.UNAUTHORIZED, client.anonymous(), closedRoutes()))
                .isEmpty();
    }

    @Test
    void no_route_answers_to_a_token_that_has_run_out() {
        RestTestClient late = client.withToken(TestTokens.expired(TestUsers.operator("self")));

        assertThat(answersOtherThan(HttpStatus.UNAUTHORIZED, late, closedRoutes()))
                .isEmpty();
    }

    @Test
    void no_route_answers_to_somebody_without_its_permission() {
        RestTestClient somebody = client.as(TestUsers.withoutEnterprise());
        List<Routes.Route> guarded = closedRoutes().stream()
                .filter(route -> !route.permissions().contains(Permission.SIGNED_IN))
                .toList();

        assertThat(answersOtherThan(HttpStatus.FORBIDDEN, somebody, guarded)).isEmpty();
    }

    @Test
    void no_internal_route_answers_to_a_service_that_it_does_not_name() {
        List<Routes.Route> internal = closedRoutes().stream()
                .filter(route -> route.pattern().startsWith("/internal/"))
                .toList();

        assertThat(answersOtherThan(HttpStatus.FORBIDDEN, client.asService("another-service"), internal))
                .isEmpty();
    }

    /** SQL, paths, scripts, patterns and far too much, typed into every filter and order. */
    @Test
    void hostile_values_in_any_filter_or_order_break_nothing_and_find_nothing() {
        HostileValues.Outcome outcome =
                new HostileValues(describedIn(service), routes.all(), client).inFilters(this::there);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.unreached())
                .as("name what is there, or list the route with its reason")
                .isEqualTo(notReachedByFilters().keySet());
        assertThat(notReachedByFilters().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    /**
     * A list below an id that leads to something.
     *
     * @param who may ask for it
     * @param path without variables
     */
    public record There(CurrentUser who, String path) {}

    /** Of a route with an id and filters: without something that is there its filters are never looked at. Null for a route that has none. */
    protected @Nullable There there(String pattern, String... permissions) {
        return null;
    }

    /** Routes whose filters nobody's request comes to, {@code "GET /api/sample/things"}, each with its reason. */
    protected Map<String, String> notReachedByFilters() {
        return Map.of();
    }

    @Test
    void hostile_values_in_any_path_lead_nowhere() {
        assertThat(new HostileValues(describedIn(service), routes.all(), client)
                        .inPaths()
                        .faults())
                .isEmpty();
    }

    /** What {@code docs/permissions.md} is made of, checked in so that a change of it is seen in review. */
    @Test
    void what_routes_and_fields_ask_for_is_written_down() {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put(
                "routes",
                routes.all().stream()
                        .map(route -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("method", route.method());
                            row.put("path", route.pattern());
                            row.put("permissions", new TreeSet<>(route.permissions()));
                            return row;
                        })
                        .toList());
        found.put("fields", SensitiveFields.below(context));
        Repository.holds(writtenDownIn(service), JSON.writeValueAsString(found) + "\n", "permissions.write");
    }

    /** Path of the API document in the repository. */
    protected String describedIn(String service) {
        return "web/openapi/" + service + ".json";
    }

    /** Path in the repository. */
    protected String writtenDownIn(String service) {
        return "docs/permissions/" + service + ".json";
    }

    @Test
    void a_field_is_shown_plainly_only_by_a_permission_that_is_declared() {
        assertThat(SensitiveFields.below(context))
                .allSatisfy(field ->
                        assertThat(field.plainFor()).as(field.toString()).allMatch(declared::has))
                .allSatisfy(field ->
                        assertThat(field.editableFor()).as(field.toString()).allMatch(declared::has));
    }

    /** Roles say what is seen of declared fields; a type that went its own way would not listen to them. */
    @Test
    void a_field_of_a_role_is_ruled_as_it_is_declared() {
        List<SensitiveFields.Field> found = SensitiveFields.below(context).stream()
                .filter(field -> !field.code().isEmpty())
                .toList();

        assertThat(found)
                .allSatisfy(field -> assertThat(fields.find(field.code()))
                        .as(field.toString())
                        .hasValueSatisfying(it -> {
                            assertThat(it.mask().name()).isEqualTo(field.mask());
                            assertThat(it.plainFor()).hasSameElementsAs(field.plainFor());
                            if (!field.editableFor().isEmpty()) {
                                assertThat(it.editableFor()).hasSameElementsAs(field.editableFor());
                            }
                        }));
        assertThat(fields.all().stream().filter(DeclaredField::isEditable).map(DeclaredField::code))
                .as("what roles may let be changed has a request that changes it")
                .containsExactlyInAnyOrderElementsOf(found.stream()
                        .filter(field -> !field.editableFor().isEmpty())
                        .map(SensitiveFields.Field::code)
                        .distinct()
                        .toList());
        assertThat(fields.all())
                .allSatisfy(it -> assertThat(found)
                        .extracting(SensitiveFields.Field::code)
                        .contains(it.code()));
    }

    @Test
    void the_service_says_what_data_it_processes() {
        assertThat(context.getBeanProvider(DeclaredProcessing.class).getIfAvailable())
                .as("a bean that goes into the register of processing")
                .isNotNull()
                .satisfies(declared -> assertThat(declared.activities()).isNotEmpty());
    }

    /** What is too large is refused before it is received, and only where the handler says what that is. */
    @Test
    void every_route_that_takes_files_says_how_much_it_takes() {
        assertThat(mapping.getHandlerMethods().values())
                .filteredOn(handler -> Stream.of(handler.getMethod().getGenericParameterTypes())
                        .anyMatch(type -> type.getTypeName().contains(MultipartFile.class.getName())))
                .allMatch(handler -> handler.hasMethodAnnotation(Upload.class));
    }

    /**
     * How the form of a route looks whose files are walked through.
     *
     * @param path without variables
     * @param part in which the file is sent
     * @param beside what else has to be there, as JSON, by the name of its part
     */
    public record UploadForm(String path, String part, Map<String, String> beside) {}

    /** The form of a route that takes files: one part {@code file} and nothing beside it, unless the service says otherwise. */
    protected UploadForm uploadForm(String method, String pattern) {
        return new UploadForm(pattern, "file", Map.of());
    }

    /** Who hands files in: an operator, unless the service says otherwise. */
    protected CurrentUser handsIn(String... permissions) {
        return TestUsers.operator(permissions);
    }

    /** Each route that takes files, with each hostile file: refused with a code and in words that people read, and the service goes on. */
    @TestFactory
    Stream<DynamicTest> every_route_that_takes_files_refuses_hostile_ones() {
        return routes.all().stream()
                .flatMap(route -> limitOf(route).stream()
                        .mapToObj(limit -> DynamicTest.dynamicTest(nameOf(route), () -> {
                            UploadForm form = uploadForm(route.method(), route.pattern());
                            assertThat(form.path())
                                    .as("a path without variables")
                                    .doesNotContain("{");
                            RestTestClient caller =
                                    client.as(handsIn(route.permissions().toArray(String[]::new)));
                            List<String> taken = new ArrayList<>();
                            HostileFiles.all((int) limit + 1).forEach((what, file) -> {
                                var answer = caller.method(HttpMethod.valueOf(route.method()))
                                        .uri(form.path())
                                        .header(
                                                "Idempotency-Key",
                                                UUID.randomUUID().toString())
                                        .contentType(MediaType.MULTIPART_FORM_DATA)
                                        .body(partsOf(form, file))
                                        .exchange()
                                        .expectBody(String.class)
                                        .returnResult();
                                String said = String.valueOf(answer.getResponseBody());
                                if (!REFUSED_FILE.contains(answer.getStatus().value())
                                        || !said.matches("(?s).*\"code\"\\s*:\\s*\"[A-Z_]+\".*")
                                        || !said.matches("(?s).*\"detail\"\\s*:\\s*\"[^\"]*\\p{IsHan}[^\"]*\".*")) {
                                    taken.add(what + " → " + answer.getStatus() + " " + said);
                                }
                            });
                            assertThat(taken).isEmpty();
                        })));
    }

    private static final Set<Integer> REFUSED_FILE = Set.of(400, 413, 415, 422);

    private OptionalLong limitOf(Routes.Route route) {
        return Stream.ofNullable(handlerOf(route).getMethodAnnotation(Upload.class))
                .mapToLong(Upload::maxBytes)
                .findFirst();
    }

    private static MultiValueMap<String, Object> partsOf(UploadForm form, HostileFiles.Hostile file) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        form.beside().forEach((name, json) -> {
            HttpHeaders said = new HttpHeaders();
            said.setContentType(MediaType.APPLICATION_JSON);
            parts.add(name, new HttpEntity<>(json, said));
        });
        parts.add(form.part(), new ByteArrayResource(file.content()) {
            @Override
            public String getFilename() {
                return file.name();
            }
        });
        return parts;
    }

    /** What was done and not heard is asked again: a second effect is kept off by a key, or cannot be. */
    @Test
    void every_post_is_done_once_under_its_key_or_says_why_it_needs_none() {
        Set<String> without = new TreeSet<>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (route.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    && Stream.of(handler.getMethod().getAnnotations())
                            .noneMatch(it -> it.annotationType().getName().equals(IDEMPOTENT))) {
                route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") || path.startsWith("/openapi/"))
                        .forEach(path -> without.add("POST " + path));
            }
        });

        assertThat(without)
                .as("annotate with @Idempotent, or list with the reason")
                .isEqualTo(needsNoKey().keySet());
        assertThat(needsNoKey().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    /**
     * Routes that are asked with POST and take no {@code Idempotency-Key}.
     *
     * @return by method and pattern, with what happens when they are asked again
     */
    protected Map<String, String> needsNoKey() {
        return Map.of();
    }

    private static List<String> answersOtherThan(
            HttpStatus expected, RestTestClient caller, List<Routes.Route> routes) {
        List<String> others = new ArrayList<>();
        for (Routes.Route route : routes) {
            int status = ask(caller, route, null);
            if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()) {
                // A route for files is only found by a request that brings one.
                status = ask(caller, route, "--x--");
            }
            if (status != expected.value()) {
                others.add(nameOf(route) + " → " + status);
            }
        }
        return others;
    }

    private static int ask(RestTestClient caller, Routes.Route route, @Nullable String multipart) {
        RestTestClient.RequestBodySpec request = request(caller, route);
        if (multipart != null) {
            request.header("Content-Type", "multipart/form-data; boundary=x").body(multipart);
        }
        return request.exchange().expectBody().returnResult().getStatus().value();
    }
}
