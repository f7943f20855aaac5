package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.security.Routes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Calls every route that names something by its id as another enterprise, another bank, another department and another town: each holds that by
 * which the owner comes there and gets 403 or 404 all the same, for whose it is.
 * A test says for each route what really is there, and whose it is, or why everyone with the permission may see it; a route it forgot fails it.
 * Its owner makes the same calls, those that change something last and in the order in which they were said, and is not told that there is nothing: an id that
 * nobody has would turn strangers away too. Ask {@link #toward()} for a fresh one.
 */
public final class Strangers {

    private final Routes routes;
    private final ServiceClient client;
    private final Map<String, Owned> owned = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();

    Strangers(Routes routes, ServiceClient client) {
        this.routes = routes;
        this.client = client;
    }

    private record Owned(
            CurrentUser owner, Object id, @Nullable Object body) {}

    /** With nothing said yet. */
    public Strangers toward() {
        return new Strangers(routes, client);
    }

    /**
     * @param route as {@code "GET /api/x/things/{id}"}
     * @param owner who gets it, or is told in what state it is; with 2xx for GET
     */
    public Strangers owned(String route, CurrentUser owner, Object id) {
        owned.put(route, new Owned(owner, id, null));
        return this;
    }

    /** @param body with which the owner would have been served */
    public Strangers owned(String route, CurrentUser owner, Object id, Object body) {
        owned.put(route, new Owned(owner, id, body));
        return this;
    }

    /** @param because why everyone with the permission may see it whoever it belongs to */
    public Strangers open(String route, String because) {
        open.put(route, because);
        return this;
    }

    /** Several for the same reason. */
    public Strangers allOpen(String because, String... theirs) {
        for (String route : theirs) {
            open.put(route, because);
        }
        return this;
    }

    public void areTurnedAway() {
        Map<String, CurrentUser> strangers = strangers();
        List<String> faults = new ArrayList<>();
        Map<String, Routes.Route> known = new LinkedHashMap<>();
        Set<String> unused = new TreeSet<>(owned.keySet());
        unused.addAll(open.keySet());
        for (Routes.Route route : routes.all()) {
            String name = route.method() + " " + route.pattern();
            if (!route.pattern().contains("{")
                    || route.permissions().isEmpty()
                    || route.pattern().startsWith("/internal/")) {
                continue;
            }
            unused.remove(name);
            if (open.containsKey(name)) {
                continue;
            }
            Owned it = owned.get(name);
            if (it == null) {
                faults.add(name + ": no test says what is there, or why whoever holds the permission may see it");
                continue;
            }
            known.put(name, route);
            if (route.method().equals("GET")) {
                checkOwner(name, route, it, faults);
            }
            strangers.forEach((who, stranger) -> {
                int status = ask(permitted(stranger, route, it.owner()), route, it);
                if (status != 404 && status != 403) {
                    faults.add(name + ": " + who + " gets " + status);
                }
            });
        }
        owned.forEach((name, it) -> {
            Routes.Route route = known.get(name);
            if (route != null && !route.method().equals("GET")) {
                checkOwner(name, route, it, faults);
            }
        });
        assertThat(faults).isEmpty();
        assertThat(unused).as("said of routes that there are not").isEmpty();
    }

    private static Map<String, CurrentUser> strangers() {
        CurrentUser officer = PresetRoles.holderOf("OFFICER", "DEPARTMENT_HEAD", "INSTITUTION_ADMIN");
        return Map.of(
                "another enterprise", PresetRoles.holderOf("ENTERPRISE_ADMIN"),
                "another bank", PresetRoles.holderOf("BANK_OFFICER", "BANK_HEAD", "INSTITUTION_ADMIN"),
                "another department", officer,
                "another town",
                        TestUsers.ofTown(
                                Ids.next(),
                                "another-town",
                                officer.permissions().toArray(String[]::new)));
    }

    /** Holds of what the route asks for the same as the owner, by a role of the own institution: it reaches no further than that. */
    private static CurrentUser permitted(CurrentUser stranger, Routes.Route route, CurrentUser owner) {
        Set<String> permissions = new HashSet<>(stranger.permissions());
        route.permissions().stream().filter(owner::has).forEach(permissions::add);
        return new CurrentUser(
                stranger.accountId(),
                stranger.name(),
                stranger.userType(),
                stranger.enterpriseId(),
                stranger.enterpriseName(),
                stranger.institutionId(),
                stranger.institutionName(),
                stranger.roles(),
                permissions,
                stranger.fieldRules(),
                stranger.reaches(),
                stranger.territory());
    }

    private void checkOwner(String name, Routes.Route route, Owned it, List<String> faults) {
        int status = ask(it.owner(), route, it);
        if (!serves(route, status)) {
            faults.add(name + ": its owner gets " + status);
        }
    }

    /** What is there in a state that does not allow it (409, 422) is there; a request that is not understood says nothing. */
    private static boolean serves(Routes.Route route, int status) {
        return status / 100 == 2
                || !route.method().equals("GET")
                        && (status == HttpStatus.CONFLICT.value()
                                || status == HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private int ask(CurrentUser who, Routes.Route route, Owned it) {
        int status = ask(who, route, it, null);
        // A route for files is only found by a request that brings one.
        return status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value() ? ask(who, route, it, "--x--") : status;
    }

    private int ask(CurrentUser who, Routes.Route route, Owned it, @Nullable String multipart) {
        RestTestClient.RequestBodySpec request = client.as(who)
                .method(HttpMethod.valueOf(route.method()))
                .uri(route.pattern().replaceAll("\\{[^}]+}", it.id().toString())
                        + (route.method().equals("DELETE") ? "?version=0" : ""))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (multipart != null) {
            request.header("Content-Type", "multipart/form-data; boundary=x").body(multipart);
        } else if (it.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(it.body());
        }
        return request.exchange().expectBody().returnResult().getStatus().value();
    }
}
