package cn.zhengqi.auth.app;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applications, for those who look after them. Each change counts from the next request on: nobody keeps a copy. */
@Component
class Apps {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CLIENT_ID_LENGTH = 20;
    private static final int SECRET_BYTES = 32;

    private final ConnectedAppMapper mapper;
    private final AppConsents consents;
    private final AppSecrets secrets;
    private final AuditTrail audit;
    private final AppAddress addresses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Apps(
            ConnectedAppMapper mapper,
            AppConsents consents,
            AppSecrets secrets,
            AuditTrail audit,
            AppProperties properties,
            Clock clock) {
        this.mapper = mapper;
        this.consents = consents;
        this.secrets = secrets;
        this.audit = audit;
        this.addresses = new AppAddress(properties.thisMachine());
        this.clock = clock;
    }

    /** As it goes on record, in words as staff read it. */
    private record Written(
            String clientId,
            String name,
            String owner,
            @Nullable String intro,
            String kind,
            String redirectUris,
            String postLogoutUris,
            @Nullable String backChannelLogoutUri,
            String scopes,
            boolean plainPhone,
            boolean enabled,
            @Nullable Instant secretSince) {

        static Written of(ConnectedApp app) {
            return new Written(
                    app.getClientId(),
                    app.getName(),
                    app.getOwner(),
                    app.getIntro(),
                    app.getKind().label(),
                    String.join(" ", app.getRedirectUris()),
                    String.join(" ", app.getPostLogoutUris()),
                    app.getBackChannelLogoutUri(),
                    AppScope.among(app.getScopes()).stream()
                            .map(AppScope::label)
                            .collect(Collectors.joining("、")),
                    app.isPlainPhone(),
                    app.isOpen(),
                    app.getSecretAt());
        }
    }

    /** From the primary: who has just registered one looks for it here. */
    @Transactional
    Page<AppView> list(AppFilter filter, PageRequest page) {
        return mapper.page(filter.query(), page).map(AppView::of);
    }

    AppView one(UUID id) {
        return AppView.of(find(id));
    }

    /** @throws ProblemException VALIDATION_FAILED */
    @Transactional
    AppView register(AppForm form) {
        check(form);
        ConnectedApp app = ConnectedApp.register(form, newClientId(), now());
        mapper.insert(app);
        audit.changed(AppAction.APP_REGISTERED, app.getId(), app.getName(), null, Written.of(app));
        return AppView.of(app);
    }

    /**
     * Where it may know less, or something in another form, its tokens end: people come by again, and are asked where they have not allowed what it wants now.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, VALIDATION_FAILED
     */
    @Transactional
    AppView change(UUID id, AppForm form) {
        check(form);
        ConnectedApp app = find(id);
        app.mustBeAt(form.version());
        Written before = Written.of(app);
        Set<String> couldKnow = Set.copyOf(app.getScopes());
        boolean plain = app.isPlainPhone();
        app.change(form, now());
        mapper.update(app);
        if (!app.getScopes().containsAll(couldKnow) || plain != app.isPlainPhone()) {
            consents.narrow(app, app.isPlainPhone() && !plain);
        }
        audit.changed(AppAction.APP_CHANGED, id, app.getName(), before, Written.of(app));
        return AppView.of(app);
    }

    /**
     * A new secret; the one before counts no more.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT
     */
    @Transactional
    DrawnSecret drawSecret(UUID id, int version) {
        ConnectedApp app = find(id);
        app.mustBeAt(version);
        Written before = Written.of(app);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        app.secret(secrets.hash(secret), now());
        mapper.update(app);
        audit.changed(AppAction.APP_SECRET_DRAWN, id, app.getName(), before, Written.of(app));
        return new DrawnSecret(app.getClientId(), secret, AppView.of(app));
    }

    /**
     * Disabling ends what it was given; what people allowed stays, should it come back.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT
     */
    @Transactional
    AppView enable(UUID id, int version, boolean enabled) {
        ConnectedApp app = find(id);
        app.mustBeAt(version);
        Written before = Written.of(app);
        app.enable(enabled, now());
        mapper.update(app);
        if (!enabled) {
            consents.endTokens(app.getId());
        }
        audit.changed(
                enabled ? AppAction.APP_ENABLED : AppAction.APP_DISABLED, id, app.getName(), before, Written.of(app));
        return AppView.of(app);
    }

    private void check(AppForm form) {
        List<FieldProblem> wrong = new ArrayList<>(addresses.problems("redirectUris", form.redirectUris()));
        wrong.addAll(addresses.problems("postLogoutUris", form.postLogoutUris()));
        String told = form.backChannelLogoutUri();
        if (told != null && !told.isBlank()) {
            wrong.addAll(addresses.called("backChannelLogoutUri", told.strip()));
        }
        if (form.plainPhone() && !form.scopes().contains(AppScope.PHONE)) {
            wrong.add(new FieldProblem("plainPhone", "NOT_ASKED", "没有勾选手机号，不能提供完整手机号"));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.validation(wrong);
        }
    }

    private ConnectedApp find(UUID id) {
        return mapper.find(id).orElseThrow(() -> ProblemException.notFound("没有这个接入应用"));
    }

    private String newClientId() {
        return ConnectedApp.PREFIX
                + random.ints(CLIENT_ID_LENGTH, 0, LETTERS.length())
                        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                        .collect(Collectors.joining());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
