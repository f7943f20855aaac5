package cn.zhengqi.code.servicecode;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the codes of services and venues, and counts who comes by them. */
@Component
class ServiceCodes {

    /** Without the letters that are taken for digits: a token may have to be typed. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int TOKEN_LENGTH = 12;
    private static final int RECENT_DAYS = 30;
    private static final Duration ONE_VISIT = Duration.ofMinutes(5);
    private static final int AT_ONCE = 500;

    private final ServiceCodeMapper mapper;
    private final VisitCounts counts;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ServiceCodes(ServiceCodeMapper mapper, VisitCounts counts, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it goes on record: in words, as staff read it. */
    private record Written(
            String name,
            String kind,
            @Nullable String place,
            @Nullable String intro,
            String offers,
            String status) {

        static Written of(ServiceCode code) {
            return new Written(
                    code.getName(),
                    code.getKind().label(),
                    code.getPlace(),
                    code.getIntro(),
                    code.getOffers().words(),
                    code.getStatus().label());
        }
    }

    /** From the primary: who has just made one looks for it here. */
    @Transactional
    Page<ServiceCodeView> list(ServiceCodeFilter filter, DataScope scope, PageRequest page) {
        Page<ServiceCode> codes = mapper.page(filter.query(scope), page);
        Map<UUID, VisitCounts.Visits> visits = visits(codes.items());
        return codes.map(code -> ServiceCodeView.of(code, visits.get(code.getId())));
    }

    @Transactional(readOnly = true)
    long count(ServiceCodeFilter filter, DataScope scope) {
        return mapper.count(filter.query(scope));
    }

    /** In pieces, each with its visits: neither the codes nor the parameters of one question grow with the list. */
    @Transactional(readOnly = true)
    void each(ServiceCodeFilter filter, DataScope scope, Consumer<ServiceCodeView> receiver) {
        List<ServiceCode> piece = new ArrayList<>(AT_ONCE);
        mapper.each(filter.query(scope), code -> {
            piece.add(code);
            if (piece.size() == AT_ONCE) {
                handOver(piece, receiver);
            }
        });
        handOver(piece, receiver);
    }

    private void handOver(List<ServiceCode> piece, Consumer<ServiceCodeView> receiver) {
        Map<UUID, VisitCounts.Visits> visits = visits(piece);
        piece.forEach(code -> receiver.accept(ServiceCodeView.of(code, visits.get(code.getId()))));
        piece.clear();
    }

    @Transactional
    ServiceCodeView one(UUID id, DataScope scope) {
        return view(find(id, scope));
    }

    @Transactional
    ServiceCodeView make(ServiceCodeForm form, CurrentUser maker) {
        form.check();
        ServiceCode code = ServiceCode.make(token(), form, maker, now());
        mapper.insert(code);
        return recorded(CodeAction.SERVICE_CODE_MADE, null, code);
    }

    @Transactional
    ServiceCodeView change(UUID id, int version, DataScope scope, ServiceCodeForm form) {
        form.check();
        return changed(CodeAction.SERVICE_CODE_CHANGED, id, version, scope, code -> code.change(form));
    }

    @Transactional
    ServiceCodeView stop(UUID id, int version, DataScope scope) {
        return changed(CodeAction.SERVICE_CODE_STOPPED, id, version, scope, ServiceCode::stop);
    }

    @Transactional
    ServiceCodeView resume(UUID id, int version, DataScope scope) {
        return changed(CodeAction.SERVICE_CODE_RESUMED, id, version, scope, ServiceCode::resume);
    }

    /**
     * Somebody has scanned it and comes in.
     *
     * @throws ProblemException SERVICE_CODE_UNKNOWN, SERVICE_CODE_STOPPED
     */
    @Transactional
    OpenedServiceCode open(String token, CurrentUser visitor) {
        ServiceCode code =
                mapper.byToken(token).orElseThrow(() -> new ProblemException(CodeProblem.SERVICE_CODE_UNKNOWN));
        code.mustBeOpen();
        Instant now = now();
        mapper.visit(
                new Visit(
                        Ids.next(),
                        code.getId(),
                        now,
                        visitor.accountId(),
                        visitor.name(),
                        visitor.enterpriseId(),
                        visitor.enterpriseName()),
                now.minus(ONE_VISIT));
        return OpenedServiceCode.of(
                code, visitor.enterpriseName() == null ? visitor.institutionName() : visitor.enterpriseName());
    }

    @Transactional(readOnly = true)
    Page<VisitRow> visitsOf(UUID id, DataScope scope, PageRequest page) {
        find(id, scope);
        return Page.of(mapper.visitsOf(id, page.size(), page.offset()), mapper.countVisitsOf(id), page)
                .map(VisitRow::of);
    }

    private ServiceCodeView changed(
            CodeAction action, UUID id, int version, DataScope scope, Consumer<ServiceCode> change) {
        ServiceCode code = find(id, scope);
        code.mustBeAt(version);
        Written before = Written.of(code);
        change.accept(code);
        mapper.update(code);
        return recorded(action, before, code);
    }

    private ServiceCodeView recorded(CodeAction action, @Nullable Written before, ServiceCode code) {
        audit.changed(action, code.getId(), code.getName(), before, Written.of(code));
        return view(code);
    }

    private ServiceCodeView view(ServiceCode code) {
        return ServiceCodeView.of(code, visits(List.of(code)).get(code.getId()));
    }

    private Map<UUID, VisitCounts.Visits> visits(List<ServiceCode> codes) {
        Instant since = BusinessTime.startOf(BusinessTime.today(clock).minusDays(RECENT_DAYS - 1L));
        return counts.of(codes.stream().map(ServiceCode::getId).toList(), since);
    }

    private ServiceCode find(UUID id, DataScope scope) {
        return mapper.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("没有这个服务码"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String token() {
        return random.ints(TOKEN_LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }
}
