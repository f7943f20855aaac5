package cn.zhengqi.finance.demand;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.Holder;
import cn.zhengqi.finance.application.LoanPurposes;
import cn.zhengqi.finance.demo.DemoParties;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.LoanProductMapper;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
 * Posts the demands of the demo enterprises once, with what banks did with them, by the same moves as people make, each at its own time; but a choice is made now,
 * for the application that comes of it is numbered after those that are there.
 */
@Component
@Order(5)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoDemands implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDemands.class);

    private final DemandDesk desk;
    private final ClaimDesk banks;
    private final FinancingDemandMapper demands;
    private final DemandClaimMapper claims;
    private final LoanProductMapper products;
    private final IndustrySections sections;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoDemands(
            DemandDesk desk,
            ClaimDesk banks,
            FinancingDemandMapper demands,
            DemandClaimMapper claims,
            LoanProductMapper products,
            IndustrySections sections,
            JdbcClient jdbc,
            OnceLoader loader,
            Clock clock) {
        this.desk = desk;
        this.banks = banks;
        this.demands = demands;
        this.claims = claims;
        this.products = products;
        this.sections = sections;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * A line of {@code demo/demands.jsonl}.
     *
     * @param usernames administrators of enterprises; the first that is free to take an offer posts it
     * @param amount yuan
     * @param chosen officer whose offer is taken; absent: none yet
     */
    record Line(
            List<String> usernames,
            int postedDaysAgo,
            BigDecimal amount,
            int termMonths,
            String purpose,
            String note,
            List<Guarantee> guarantees,
            int wantedInDays,
            Channel channel,
            List<Claimed> claims,
            @Nullable String chosen) {}

    record Claimed(String officer, int daysAgo, @Nullable Offered offer) {}

    /**
     * @param product code of it
     * @param rate percent a year
     * @param validDays from the day on which it is made
     */
    record Offered(
            String product,
            BigDecimal amount,
            BigDecimal rate,
            int termMonths,
            int validDays,
            String words,
            int daysAgo) {}

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            loader.once("demo demands", this::posted, this::enter);
        } catch (ProblemException refused) {
            // On a platform that is older than these demands people may have changed what they build on: it starts
            // without them.
            LOG.warn("The demo demands are not entered", refused);
        }
    }

    private boolean posted() {
        return jdbc.sql("select exists (select from financing_demand)")
                .query(Boolean.class)
                .single();
    }

    private void enter() {
        List<String> lines = DemoFiles.demands();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Board board = new Board(
                now,
                new DemoParties(now),
                products.selectList(null).stream().collect(Collectors.toMap(LoanProduct::code, LoanProduct::id)));
        // In the file they stand as they came: the numbers follow the time.
        lines.forEach(text -> board.live(Json.MAPPER.readValue(text, Line.class)));
        LOG.info("Entered {} demo demands", lines.size());
    }

    private final class Board {

        private final Instant now;
        private final DemoParties parties;
        private final Map<String, UUID> productIds;

        Board(Instant now, DemoParties parties, Map<String, UUID> productIds) {
            this.now = now;
            this.parties = parties;
            this.productIds = productIds;
        }

        void live(Line line) {
            DemoParties.Enterprise enterprise = poster(line);
            FinancingDemand demand = post(line, enterprise);
            for (Claimed claimed : line.claims()) {
                DemandClaim claim = claim(demand, claimed);
                if (claimed.officer().equals(line.chosen())) {
                    choose(claim, enterprise, line.channel(), parties.officer(claimed.officer()));
                }
            }
        }

        private DemoParties.Enterprise poster(Line line) {
            List<DemoParties.Enterprise> named =
                    line.usernames().stream().map(parties::enterprise).toList();
            return named.stream()
                    .filter(it -> isFree(it.register().id()))
                    .findFirst()
                    .orElseGet(named::getFirst);
        }

        /** An offer becomes an application, and of those an enterprise has one at a time for a product. */
        private boolean isFree(UUID enterpriseId) {
            return jdbc.sql("""
                            select not exists (select from loan_application
                                where enterprise_id = ? and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL'))
                            """).param(enterpriseId).query(Boolean.class).single();
        }

        private FinancingDemand post(Line line, DemoParties.Enterprise enterprise) {
            DemoAccount person = enterprise.administrator();
            Instant at = ago(line.postedDaysAgo());
            MyDemand posted = desk.post(
                    Poster.of(person.id(), enterprise.register(), sections),
                    new Wish(
                            line.amount().setScale(2),
                            line.termMonths(),
                            line.purpose(),
                            line.purpose() + LoanPurposes.BETWEEN + line.note(),
                            line.note(),
                            line.guarantees(),
                            BusinessTime.dayOf(at).plusDays(line.wantedInDays()),
                            line.channel(),
                            person.displayName(),
                            person.phone()),
                    at);
            return demands.find(posted.demand().id()).orElseThrow();
        }

        private DemandClaim claim(FinancingDemand demand, Claimed claimed) {
            DemoParties.Officer officer = parties.officer(claimed.officer());
            Actor actor = actor(officer.account());
            ClaimView view = banks.claim(demand, officer.institutionId(), actor, ago(claimed.daysAgo()));
            DemandClaim claim = claims.find(view.id()).orElseThrow();
            Offered offered = claimed.offer();
            if (offered != null) {
                Instant at = ago(offered.daysAgo());
                banks.offer(
                        demand,
                        claim,
                        actor,
                        new ClaimDesk.Terms(
                                Objects.requireNonNull(productIds.get(offered.product())),
                                offered.amount().setScale(2),
                                offered.rate(),
                                offered.termMonths(),
                                BusinessTime.dayOf(at).plusDays(offered.validDays()),
                                offered.words()),
                        at);
            }
            return claim;
        }

        private void choose(
                DemandClaim claim, DemoParties.Enterprise enterprise, Channel channel, DemoParties.Officer offerer) {
            desk.choose(
                    claim.id(),
                    claim.version(),
                    enterprise.register().id(),
                    actor(enterprise.administrator()),
                    new Choice(LoanKind.ADDITIONAL, null, true, channel),
                    new Holder(claim.bankId(), claim.bankName(), actor(offerer.account())));
        }

        private static Actor actor(DemoAccount account) {
            return new Actor(account.id(), account.displayName());
        }

        private Instant ago(int days) {
            return now.minus(Duration.ofDays(days));
        }
    }
}
