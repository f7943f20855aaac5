package cn.zhengqi.code.consent;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.ConsentState;
import cn.zhengqi.code.api.ReceiverKind;
import cn.zhengqi.code.register.EnterpriseRegister;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each enterprise allows, asked anew each time something is shown: a withdrawal holds from the next moment on. */
@Component
public class Consents {

    private final ConsentMapper mapper;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final EnterpriseRegister register;
    private final Clock clock;

    Consents(ConsentMapper mapper, Outbox outbox, AuditTrail audit, EnterpriseRegister register, Clock clock) {
        this.mapper = mapper;
        this.outbox = outbox;
        this.audit = audit;
        this.register = register;
        this.clock = clock;
    }

    private record Said(
            ConsentCategory category,
            String receiver,
            boolean granted,
            @Nullable LocalDate validUntil) {

        static Said of(Grant grant) {
            return new Said(
                    grant.category(),
                    grant.receiverInWords(),
                    grant.granted(),
                    grant.granted() ? grant.validUntil() : null);
        }
    }

    /**
     * Every category with its usual receiver, granted or not, then the banks that were ever allowed something and the systems that ever asked; read from the
     * primary, because it is shown right after a change.
     */
    @Transactional
    List<Consent> of(UUID enterpriseId) {
        List<Grant> grants = mapper.of(enterpriseId);
        LocalDate today = BusinessTime.today(clock);
        Stream<Grant> usual = ConsentCategory.GENERAL.stream()
                .map(category -> usual(grants, category)
                        .findFirst()
                        .orElseGet(() -> Grant.unsaid(enterpriseId, category, Receiver.usual(category))));
        Stream<Grant> named = grants.stream()
                .filter(grant -> grant.receiverId() != null && grant.category() != ConsentCategory.REPORT)
                .flatMap(grant -> grant.receiverKind() == ReceiverKind.BANK
                        ? Stream.of(grant, report(grants, grant))
                        : Stream.of(grant));
        return Stream.concat(usual, named)
                .map(grant -> Consent.of(grant, today))
                .toList();
    }

    /** Whether anybody is allowed what; read from the primary, where a withdrawal of a moment ago is known. */
    @Transactional
    public Standings standings(UUID enterpriseId) {
        LocalDate today = BusinessTime.today(clock);
        return new Standings(standings(enterpriseId, grant -> grant.standingOn(today)), null);
    }

    /** What this kind of scanner is allowed, as {@link #standings(UUID)} is read. */
    @Transactional
    public Standings standings(UUID enterpriseId, ScannerKind scanner) {
        LocalDate today = BusinessTime.today(clock);
        return new Standings(standings(enterpriseId, grant -> grant.standingOn(today, scanner)), scanner);
    }

    private Map<ConsentCategory, ConsentStanding> standings(
            UUID enterpriseId, Function<Grant, ConsentStanding> standing) {
        List<Grant> grants = mapper.of(enterpriseId);
        Map<ConsentCategory, ConsentStanding> standings = new EnumMap<>(ConsentCategory.class);
        for (ConsentCategory category : ConsentCategory.GENERAL) {
            usual(grants, category).forEach(grant -> standings.put(category, standing.apply(grant)));
        }
        return standings;
    }

    /** How every consent came to stand as it does, the newest first. */
    @Transactional
    Page<ConsentChange> history(UUID enterpriseId, PageRequest page) {
        return Page.of(mapper.changes(enterpriseId, page), mapper.countOfChanges(enterpriseId), page);
    }

    /**
     * Grants or withdraws; saying the same again changes nothing, nor does the refusal of what was never granted.
     *
     * @param until last day of what is granted; absent: as it stands, or the usual time
     * @param scanners to whom what is granted is shown on a scan; absent: as it stands while it holds, and where it is shown on none
     * @return whether it changed anything
     * @throws ProblemException VALIDATION_FAILED for a day that is over or too far away, for nobody or where nobody is named, and for scanners of what is shown to none;
     *     CODE_REVOKED for what is granted where the enterprise holds no code
     */
    @Transactional
    public boolean set(
            UUID enterpriseId,
            ConsentCategory category,
            boolean granted,
            @Nullable LocalDate until,
            @Nullable Collection<ScannerKind> scanners,
            Actor actor,
            Instant at) {
        if (!ConsentCategory.GENERAL.contains(category)) {
            throw ProblemException.validation("category", "NAMED_ONLY", category.label() + "按接收方逐家授权");
        }
        Grant grant = locked(enterpriseId, category, Receiver.usual(category));
        mustSpeakFor(enterpriseId, granted);
        return change(grant, granted ? grant.given(until, scanners, at) : grant.withdrawn(at), actor, at);
    }

    /**
     * Who acts for an enterprise does so by its code, and still seems to for seconds after that was revoked. Asked under the lock, so that what is granted is
     * either ended by the revocation or refused; to take back is open to everybody.
     */
    private void mustSpeakFor(UUID enterpriseId, boolean granted) {
        if (granted
                && mapper.codeOf(enterpriseId)
                        .filter(code -> code != CodeStatus.REVOKED)
                        .isEmpty()) {
            throw new ProblemException(CodeProblem.CODE_REVOKED, "该企业码已注销，重新领取后才能授权");
        }
    }

    /** @throws ProblemException NOT_FOUND for a bank to which the enterprise never applied, CODE_REVOKED as {@link #set} */
    @Transactional
    void setForBank(
            UUID enterpriseId, UUID bankId, boolean granted, @Nullable LocalDate until, Actor actor, Instant at) {
        setForNamed(enterpriseId, ReceiverKind.BANK, bankId, granted, until, actor, at);
    }

    /** @throws ProblemException NOT_FOUND for a bank to which the enterprise never applied, CODE_REVOKED as {@link #set} */
    @Transactional
    void setReportForBank(
            UUID enterpriseId, UUID bankId, boolean granted, @Nullable LocalDate until, Actor actor, Instant at) {
        mapper.lock(enterpriseId);
        mustSpeakFor(enterpriseId, granted);
        Grant register = named(enterpriseId, ReceiverKind.BANK, bankId);
        Grant grant = locked(enterpriseId, ConsentCategory.REPORT, Receiver.bank(bankId, register.receiverName()));
        change(grant, granted ? grant.given(until, at) : grant.withdrawn(at), actor, at);
    }

    /** How the consent to the report stands. */
    @Transactional
    ConsentStanding reportTo(UUID enterpriseId, UUID bankId) {
        return mapper.find(enterpriseId, ConsentCategory.REPORT, ReceiverKind.BANK, bankId)
                .map(grant -> grant.standingOn(BusinessTime.today(clock)))
                .orElse(ConsentStanding.NEVER);
    }

    /** The one beside the consent to the register data: what was never said stands there too, so that it can be. */
    private static Grant report(List<Grant> grants, Grant register) {
        UUID bank = Objects.requireNonNull(register.receiverId());
        return grants.stream()
                .filter(grant -> grant.category() == ConsentCategory.REPORT && bank.equals(grant.receiverId()))
                .findFirst()
                .orElseGet(() -> Grant.unsaid(
                        register.enterpriseId(), ConsentCategory.REPORT, Receiver.bank(bank, register.receiverName())));
    }

    /** @throws ProblemException NOT_FOUND for a system to which the enterprise never showed its code, CODE_REVOKED as {@link #set} */
    @Transactional
    void setForSystem(
            UUID enterpriseId, UUID ownerId, boolean granted, @Nullable LocalDate until, Actor actor, Instant at) {
        setForNamed(enterpriseId, ReceiverKind.SYSTEM, ownerId, granted, until, actor, at);
    }

    private void setForNamed(
            UUID enterpriseId,
            ReceiverKind kind,
            UUID receiverId,
            boolean granted,
            @Nullable LocalDate until,
            Actor actor,
            Instant at) {
        mapper.lock(enterpriseId);
        mustSpeakFor(enterpriseId, granted);
        Grant grant = named(enterpriseId, kind, receiverId);
        change(grant, granted ? grant.given(until, at) : grant.withdrawn(at), actor, at);
    }

    private Grant named(UUID enterpriseId, ReceiverKind kind, UUID receiverId) {
        ConsentCategory category = kind == ReceiverKind.SYSTEM ? ConsentCategory.MATCHES : ConsentCategory.BASIC;
        return mapper.find(enterpriseId, category, kind, receiverId)
                .orElseThrow(() -> ProblemException.notFound("没有对该" + kind.label() + "的授权"));
    }

    /** How the consent to the systems of this owner stands. */
    @Transactional
    public ConsentStanding toSystem(UUID enterpriseId, UUID ownerId) {
        return mapper.find(enterpriseId, ConsentCategory.MATCHES, ReceiverKind.SYSTEM, ownerId)
                .map(grant -> grant.standingOn(BusinessTime.today(clock)))
                .orElse(ConsentStanding.NEVER);
    }

    /** A system to which the enterprise shows its code asks for consent: the question stands in the consent centre until it is answered. */
    @Transactional
    public void askedBySystem(UUID enterpriseId, UUID ownerId, String ownerName) {
        Grant grant = locked(enterpriseId, ConsentCategory.MATCHES, Receiver.system(ownerId, ownerName));
        if (grant.version() == 0) {
            mapper.save(grant);
        }
    }

    /** The enterprise by this code whose consent centre knows this owner of systems, or which is that owner itself; others are not told apart from those that do not exist. */
    @Transactional
    public Optional<UUID> knownToSystem(String uscc, UUID ownerId) {
        return mapper.knownToSystem(uscc, ownerId);
    }

    /** The consent that came with a loan application, heard of late or twice: what was said since then stands, and whose code is revoked allows nothing. */
    @Transactional
    ConsentStanding givenWithApplication(UUID enterpriseId, UUID bankId, String bankName, Actor applicant, Instant at) {
        Instant given = at.truncatedTo(ChronoUnit.MICROS);
        Grant grant = locked(enterpriseId, ConsentCategory.BASIC, Receiver.bank(bankId, bankName));
        boolean revoked =
                mapper.codeOf(enterpriseId).filter(CodeStatus.REVOKED::equals).isPresent();
        if (!revoked && !grant.spokenOfSince(given) && !mapper.endedAfter(enterpriseId, given)) {
            Grant after = grant.givenAnew(given);
            change(grant, after, applicant, given);
            grant = after;
        }
        return grant.standingOn(BusinessTime.today(clock));
    }

    /** From another service: like {@link #set}, and says how it stands then. */
    @Transactional
    ConsentState wish(UUID enterpriseId, ConsentCategory category, boolean granted, Actor actor, Instant at) {
        boolean changed = set(enterpriseId, category, granted, null, null, actor, at);
        Grant grant = locked(enterpriseId, category, Receiver.usual(category));
        boolean holds = grant.standingOn(BusinessTime.dayOf(at)).allows();
        return new ConsentState(
                holds,
                moment(grant.grantedAt()),
                moment(grant.withdrawnAt()),
                holds ? grant.validUntil() : null,
                changed);
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * The code is revoked, and nobody speaks for the enterprise any more: what was allowed under it ends, to whomever and whenever it was said. The moment
     * is that of the lock: what was granted while the revocation waited for it lies before.
     *
     * @param actor who revoked it
     */
    @Transactional
    public void endAll(UUID enterpriseId, Actor actor) {
        mapper.lock(enterpriseId);
        end(enterpriseId, actor, clock.instant(), grant -> true);
    }

    /** Somebody else speaks for the enterprise now: what banks and systems were allowed before ends. */
    @Transactional
    public void endForNamed(UUID enterpriseId, Actor actor, Instant at) {
        mapper.lock(enterpriseId);
        // Facts come in any order: what was said since then stands.
        end(enterpriseId, actor, at, grant -> grant.receiverId() != null && !grant.spokenOfSince(at));
    }

    private void end(UUID enterpriseId, Actor actor, Instant at, Predicate<Grant> which) {
        mapper.end(enterpriseId, at);
        mapper.of(enterpriseId).stream().filter(which).forEach(grant -> change(grant, grant.withdrawn(at), actor, at));
    }

    /** The banks and owners of systems that are allowed something at this moment. */
    @Transactional
    public Set<UUID> named(UUID enterpriseId) {
        LocalDate today = BusinessTime.today(clock);
        return mapper.of(enterpriseId).stream()
                .filter(grant -> grant.standingOn(today).allows())
                .flatMap(grant -> Stream.ofNullable(grant.receiverId()))
                .collect(Collectors.toSet());
    }

    private Grant locked(UUID enterpriseId, ConsentCategory category, Receiver receiver) {
        mapper.lock(enterpriseId);
        return mapper.find(enterpriseId, category, receiver.kind(), receiver.id())
                .orElseGet(() -> Grant.unsaid(enterpriseId, category, receiver));
    }

    private boolean change(Grant before, Grant after, Actor actor, Instant at) {
        if (after.equals(before)) {
            return false;
        }
        mapper.save(after);
        mapper.record(
                Ids.next(),
                after,
                after.receiverInWords(),
                after.changeFrom(before, BusinessTime.dayOf(at)),
                at,
                actor.id(),
                actor.name());
        audit.by(actor.id(), actor.name())
                .changed(
                        CodeAction.CONSENT_CHANGED,
                        after.enterpriseId(),
                        subject(after),
                        Said.of(before),
                        Said.of(after));
        outbox.publish(
                new ConsentChanged(
                        after.enterpriseId(),
                        after.category(),
                        after.receiverKind(),
                        after.receiverId(),
                        after.granted(),
                        after.granted() ? after.validUntil() : null,
                        register.knownAsDemo(after.enterpriseId()),
                        actor.id(),
                        actor.name(),
                        at),
                mapper.nextVersion(after.enterpriseId()),
                at);
        return true;
    }

    /** Whose data it is, for whoever reads the log: "旭砺摩配有限公司 · 基本信息". */
    private String subject(Grant grant) {
        String category = grant.category().label();
        return register.knownName(grant.enterpriseId())
                .map(name -> name + " · " + category)
                .orElse(category);
    }

    private static Stream<Grant> usual(List<Grant> grants, ConsentCategory category) {
        return grants.stream().filter(grant -> grant.category() == category && grant.receiverId() == null);
    }
}
