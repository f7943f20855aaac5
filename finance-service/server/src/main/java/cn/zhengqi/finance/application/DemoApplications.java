package cn.zhengqi.finance.application;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.BorrowingHistory.GrantedLoan;
import cn.zhengqi.finance.demo.DemoPlan;
import cn.zhengqi.finance.demo.DemoPlan.Offer;
import cn.zhengqi.finance.demo.DemoPlan.Wish;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.LoanProductMapper;
import cn.zhengqi.kernel.BusinessTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the demo enterprises live through their plan once, by the same moves as people make, each at its own time: so every
 * rule holds for the demo as well, and the statistics count it from its events.
 */
@Component
@Order(2)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoApplications implements ApplicationRunner {

    private static final String MATERIAL = "近六个月的银行流水和主要购销合同";
    private static final Logger LOG = LoggerFactory.getLogger(DemoApplications.class);

    private final LoanApplicationMapper applications;
    private final LoanProductMapper products;
    private final ApplicationDesk desk;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoApplications(
            LoanApplicationMapper applications,
            LoanProductMapper products,
            ApplicationDesk desk,
            JdbcClient jdbc,
            OnceLoader loader,
            Clock clock) {
        this.applications = applications;
        this.products = products;
        this.desk = desk;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loader.once("demo", this::lived, () -> {
            int entered = new Year(clock.instant()).live();
            LOG.info("Entered {} demo applications", entered);
        });
    }

    private boolean lived() {
        return jdbc.sql("select exists (select from loan_application)")
                .query(Boolean.class)
                .single();
    }

    /** A move that is due. */
    private record Due(Instant at, long order, Runnable move) {}

    private final class Year {

        private final Instant now;
        private final Map<String, LoanProduct> offered;
        private final Map<UUID, List<Actor>> officers;
        private final Map<UUID, List<GrantedLoan>> granted = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private final PriorityQueue<Due> due =
                new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
        private long moves;
        private int submitted;
        private int undecided;

        Year(Instant now) {
            this.now = now;
            this.offered = products.selectList(null).stream()
                    .collect(Collectors.toMap(LoanProduct::code, Function.identity()));
            this.officers = officersByBank(now);
        }

        int live() {
            List<Offer> offers = offered.values().stream()
                    .sorted(Comparator.comparing(LoanProduct::code))
                    .map(it -> new Offer(it.code(), whole(it.maxAmountWan()), it.termMonths()))
                    .toList();
            for (Wish wish : new DemoPlan(DemoFiles.enterprises(), offers, now).wishes()) {
                plan(wish.submittedAt(), () -> submit(wish));
            }
            while (!due.isEmpty()) {
                due.poll().move().run();
            }
            return submitted;
        }

        private void plan(Instant at, Runnable move) {
            if (!at.isAfter(now)) {
                due.add(new Due(at, moves++, move));
            }
        }

        private void submit(Wish wish) {
            LoanProduct product = offered.get(wish.offer().code());
            DemoEnterprise.Code holder = wish.enterprise().holder();
            UUID enterpriseId = wish.enterprise().id();
            if (product == null || !open.add(enterpriseId + product.code())) {
                return;
            }
            List<GrantedLoan> earlier = granted.getOrDefault(enterpriseId, List.of());
            GrantedLoan renewed = earlier.stream()
                    .filter(loan -> loan.bankId().equals(product.bankId()))
                    .reduce((former, later) -> later)
                    .orElse(null);
            Transition it = LoanApplication.submit(
                    desk.numberOf(wish.submittedAt()),
                    product,
                    new Applicant(
                            new Actor(holder.applicantId(), holder.applicantName()),
                            enterpriseId,
                            wish.enterprise().name(),
                            wish.enterprise().townCode(),
                            true),
                    new LoanRequest(
                            wish.amount(),
                            wish.termMonths(),
                            wish.purpose(),
                            renewed == null ? new BorrowingHistory(earlier).usualKind() : LoanKind.RENEWAL,
                            renewed == null ? null : renewed.applicationId(),
                            wish.channel(),
                            holder.applicantName(),
                            holder.agentPhone(),
                            true,
                            null,
                            null),
                    new BorrowingHistory(earlier),
                    wish.submittedAt());
            desk.enter(it, wish.submittedAt());
            submitted++;
            LoanApplication application = it.application();
            Actor officer = officerFor(application);
            plan(
                    wish.acceptedAt(),
                    () -> desk.store(application.accept(officer, wish.acceptedAt()), wish.acceptedAt()));
            plan(wish.decidedAt(), () -> decide(application, wish, officer));
            // Of those that are still open, the bank waits for some: the time of its answer stands still.
            Instant askedAt = wish.acceptedAt().plus(Duration.ofMinutes(40));
            if (wish.decidedAt().isAfter(now) && !askedAt.isAfter(now) && undecided++ % 3 == 0) {
                plan(askedAt, () -> desk.store(application.askMaterial(MATERIAL, officer, askedAt), askedAt));
            }
        }

        private void decide(LoanApplication application, Wish wish, Actor officer) {
            Instant at = wish.decidedAt();
            List<GrantedLoan> earlier = granted.computeIfAbsent(application.enterpriseId(), none -> new ArrayList<>());
            // Whoever got a first loan elsewhere in the meantime takes the other application back.
            boolean tooLate = application.kind() == LoanKind.FIRST && !earlier.isEmpty();
            switch (tooLate ? DemoPlan.Outcome.WITHDRAW : wish.outcome()) {
                case WITHDRAW ->
                    desk.store(
                            application.withdraw(
                                    new Actor(
                                            wish.enterprise().holder().applicantId(),
                                            wish.enterprise().holder().applicantName()),
                                    at),
                            at);
                case REFUSE -> {
                    RefusalReason reason = applications
                            .refusalReason(wish.refusal().reasonCode())
                            .orElseThrow();
                    desk.store(application.refuse(reason, wish.refusal().words(), officer, at), at);
                }
                case APPROVE -> {
                    Grant grant = new Grant(
                            wish.granted(),
                            withinPublished(wish.rate(), application.asked().publishedRate()),
                            wish.termMonths(),
                            BusinessTime.dayOf(at).plusMonths(12),
                            false,
                            null);
                    desk.store(application.approve(grant, new BorrowingHistory(earlier), officer, at), at);
                    earlier.add(new GrantedLoan(
                            application.id(),
                            application.number(),
                            application.productTitle(),
                            application.bankId(),
                            application.bankName()));
                    wish.payments()
                            .forEach(payment -> plan(
                                    payment.at(),
                                    () -> desk.store(
                                            application.disburse(
                                                    Drawdown.unnumbered(
                                                            payment.amount(), BusinessTime.dayOf(payment.at())),
                                                    officer,
                                                    payment.at()),
                                            payment.at())));
                    Instant settledAt = wish.settledAt();
                    if (settledAt != null) {
                        plan(settledAt, () -> desk.store(application.settle(officer, settledAt), settledAt));
                    }
                }
            }
            open.remove(application.enterpriseId() + wish.offer().code());
        }

        private static BigDecimal withinPublished(BigDecimal rate, @Nullable BigDecimal most) {
            return most == null ? rate : rate.min(most);
        }

        private Actor officerFor(LoanApplication application) {
            List<Actor> ofBank = officers.get(application.bankId());
            if (ofBank == null) {
                throw new IllegalStateException("no demo officer of " + application.bankName());
            }
            return ofBank.get(submitted % ofBank.size());
        }

        private static @Nullable Integer whole(@Nullable BigDecimal wan) {
            return wan == null ? null : wan.intValue();
        }
    }

    private static Map<UUID, List<Actor>> officersByBank(Instant now) {
        Map<String, UUID> banks = ReferenceFiles.institutions().stream()
                .map(line -> Json.MAPPER.readValue(line, Institution.class))
                .collect(Collectors.toMap(Institution::code, Institution::id));
        return DemoFiles.accounts(now).stream()
                // Those of branches have what their head office hands down.
                .filter(account -> account.role().equals("BANK_OFFICER")
                        && account.institutionCode() != null
                        && banks.containsKey(account.institutionCode()))
                .collect(Collectors.groupingBy(
                        account -> Objects.requireNonNull(banks.get(account.institutionCode())),
                        Collectors.mapping(
                                account -> new Actor(account.id(), account.displayName()), Collectors.toList())));
    }

    private record Institution(UUID id, String code) {}
}
