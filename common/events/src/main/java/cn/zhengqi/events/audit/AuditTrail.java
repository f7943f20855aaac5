package cn.zhengqi.events.audit;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.ChangeRecorded.Actor;
import cn.zhengqi.events.audit.ChangeRecorded.ActorKind;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a service records what was changed, in the transaction of the change: one without the other cannot be committed. Who did it, from where and in which
 * trace is taken from the request; field values are covered by their {@code @Sensitive} rules as for somebody without any permission.
 */
public final class AuditTrail {

    private static final int AGENT_LENGTH = 300;
    private static final int NAME_LENGTH = 200;

    private final Outbox outbox;
    private final Clock clock;
    private final String service;
    private final Supplier<String> traceId;
    private final @Nullable Actor actor;
    private final @Nullable Origin origin;

    AuditTrail(
            Outbox outbox,
            Clock clock,
            String service,
            Supplier<String> traceId,
            @Nullable Actor actor,
            @Nullable Origin origin) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
        this.traceId = traceId;
        this.actor = actor;
        this.origin = origin;
    }

    /** From where it was asked for. */
    private record Origin(
            @Nullable String address, @Nullable String userAgent) {

        static Origin ofRequest() {
            if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
                return new Origin(null, null);
            }
            return new Origin(web.getRequest().getRemoteAddr(), web.getRequest().getHeader(HttpHeaders.USER_AGENT));
        }
    }

    /**
     * For what a person does where the request may carry no token of theirs: registering, asking through another service. Where it does, it says for whom they
     * acted.
     */
    public AuditTrail by(UUID account, String name) {
        Actor person = CurrentUser.find()
                .filter(user -> user.accountId().equals(account))
                .map(AuditTrail::person)
                .orElseGet(() -> new Actor(ActorKind.PERSON, account, name, null, null, null, null, null));
        return new AuditTrail(outbox, clock, service, traceId, person, null);
    }

    /** For what a person does through another service, which says who they are and from where they asked: the request here is that service's own. */
    public AuditTrail by(Actor person, @Nullable String address, @Nullable String userAgent) {
        return new AuditTrail(outbox, clock, service, traceId, person, new Origin(address, userAgent));
    }

    /** For what another system does through another service: its request here carries that service's token. */
    public AuditTrail bySystem(UUID key, String ownerName, String name) {
        return new AuditTrail(outbox, clock, service, traceId, system(key, ownerName, name), null);
    }

    /** For what is done for this request after its thread has left it: who asked, from where and in which trace is as it is now. */
    AuditTrail ofThisRequest() {
        String trace = traceId.get();
        return new AuditTrail(
                outbox,
                clock,
                service,
                () -> trace,
                actor == null ? caller() : actor,
                origin == null ? Origin.ofRequest() : origin);
    }

    /**
     * Records a change.
     *
     * @param subjectName number or name under which people know the subject
     * @param before how it was; null: it is new
     * @param after how it is now; null: it is gone
     * @throws IllegalStateException outside a transaction
     */
    public void changed(
            AuditAction action, UUID subject, String subjectName, @Nullable Record before, @Nullable Record after) {
        Outbox.Fact fact = fact(action, subject, subjectName, before, after);
        outbox.publish(fact.event(), fact.version(), fact.occurredAt());
    }

    /** The same, with what others are told of it: both in one trip to the database. */
    public void changed(
            AuditAction action,
            UUID subject,
            String subjectName,
            @Nullable Record before,
            @Nullable Record after,
            Outbox.Fact told) {
        outbox.publishAll(List.of(fact(action, subject, subjectName, before, after), told));
    }

    private Outbox.Fact fact(
            AuditAction action, UUID subject, String subjectName, @Nullable Record before, @Nullable Record after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Origin from = origin == null ? Origin.ofRequest() : origin;
        String agent = from.userAgent();
        return new Outbox.Fact(
                new ChangeRecorded(
                        Ids.next(),
                        service,
                        action.name(),
                        action.label(),
                        action.subjectKind(),
                        subject,
                        shortened(subjectName, NAME_LENGTH),
                        actor == null ? caller() : actor,
                        from.address(),
                        agent == null ? null : shortened(agent, AGENT_LENGTH),
                        traceId.get(),
                        FieldChanges.between(before, after),
                        now),
                0,
                now);
    }

    private static Actor caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return CurrentUser.of(authentication)
                .map(AuditTrail::person)
                .orElseGet(() -> CallingSystem.of(authentication)
                        .map(system -> system(system.id(), system.ownerName(), system.name()))
                        .orElseGet(() -> authentication != null && authentication.getPrincipal() instanceof Jwt jwt
                                ? nobody(ActorKind.SERVICE, jwt.getSubject())
                                : nobody(ActorKind.SYSTEM, "系统")));
    }

    private static Actor person(CurrentUser user) {
        return new Actor(
                ActorKind.PERSON,
                user.accountId(),
                user.name(),
                user.userType().name(),
                user.enterpriseId(),
                user.enterpriseName(),
                user.institutionId(),
                user.institutionName());
    }

    /** By its key, which leads to the owner: two systems may have one name. */
    private static Actor system(UUID key, String ownerName, String name) {
        return new Actor(ActorKind.SERVICE, key, ownerName + " " + name, null, null, null, null, null);
    }

    private static Actor nobody(ActorKind kind, String name) {
        return new Actor(kind, null, name, null, null, null, null, null);
    }

    private static String shortened(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
