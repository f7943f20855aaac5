package cn.zhengqi.finance.demo;

import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.OfficeHours;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the demo enterprises want of the banks over a year, and what becomes of it if nothing stands against it. The same
 * for the same day: the dice are loaded.
 */
public final class DemoPlan {

    /** Enterprises whose person is shown around: their course is told, not thrown. */
    private static final int GUIDED = 1;

    /** Applications that came in just now at the bank whose officer is shown around. */
    private static final int WAITING = 4;

    /** Above one: applications come rather soon after the code than evenly until today. */
    private static final double SOONER = 1.9;

    /** Who pays more in a year is refused by no bank for paying little. */
    private static final int MUCH_TAX_WAN = 20;

    private static final long SEED = 20_260_315L;
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final List<String> PURPOSES = List.of(
            "采购原材料，补充流动资金",
            "扩大生产，购置设备",
            "支付货款，周转经营",
            "技术改造与产线升级",
            "备货旺季，补充流动资金",
            "新产品研发投入",
            "门店装修与开业备货",
            "支付员工工资及社保",
            "承接新订单的履约资金",
            "数字化改造投入");
    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("DEBT_TOO_HIGH", "企业负债率偏高，新增授信后超出本行风险限额。"),
            new Refusal("TAX_RECORD", "近12个月纳税额低于产品准入要求，建议满足后再申请。"),
            new Refusal("OPERATING_YEARS", "经营年限未满两年，暂不符合该产品准入条件。"),
            new Refusal("REPAYMENT_ABILITY", "近期经营现金流不足以覆盖新增还款，建议降低金额。"),
            new Refusal("CREDIT_RECORD", "企业主近两年存在逾期记录，暂不能授信。"),
            new Refusal("MATERIALS", "未能在期限内补齐财务报表和开户资料。"),
            new Refusal("COLLATERAL", "抵押物评估值不足，建议补充担保或改申请信用类产品。"));

    private final List<DemoEnterprise> enterprises;
    private final List<Offer> offers;
    private final Instant now;
    private final Random dice = new Random(SEED);

    /**
     * A plan that has not been thrown yet.
     *
     * @param enterprises of which those that have a code apply
     * @param offers the products in a fixed order
     */
    public DemoPlan(List<DemoEnterprise> enterprises, List<Offer> offers, Instant now) {
        this.enterprises =
                enterprises.stream().filter(one -> one.code() != null).toList();
        this.offers = offers;
        // As it can be stored: what is told of an application and what is kept of it name one moment.
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** A product as far as an application needs it. */
    public record Offer(
            String code,
            @Nullable Integer maxAmountWan,
            @Nullable Integer termMonths) {}

    public record Refusal(String reasonCode, String words) {}

    public enum Outcome {
        APPROVE,
        REFUSE,
        WITHDRAW
    }

    /**
     * Money paid out.
     *
     * @param at may be after now, and then it has not happened
     * @param amount yuan
     */
    public record Payment(Instant at, BigDecimal amount) {}

    /**
     * One application and its course. Whatever is later than now has not happened.
     *
     * @param granted yuan that the bank would grant
     * @param rate percent a year
     * @param settledAt absent: not paid back yet
     */
    public record Wish(
            DemoEnterprise enterprise,
            Offer offer,
            Channel channel,
            BigDecimal amount,
            int termMonths,
            String purpose,
            Instant submittedAt,
            Instant acceptedAt,
            Instant decidedAt,
            Outcome outcome,
            Refusal refusal,
            BigDecimal granted,
            BigDecimal rate,
            List<Payment> payments,
            @Nullable Instant settledAt) {}

    /** In the order of submission. */
    public List<Wish> wishes() {
        List<Wish> wishes = new ArrayList<>();
        if (offers.isEmpty()) {
            return wishes;
        }
        for (int i = 0; i < enterprises.size(); i++) {
            DemoEnterprise enterprise = enterprises.get(i);
            if (i < GUIDED) {
                wishes.add(wish(enterprise, offer(2), daysAgo(150), Outcome.REFUSE));
                wishes.add(wish(enterprise, offer(12), daysAgo(64), Outcome.WITHDRAW));
                continue;
            }
            int howMany = oneOf(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5);
            for (int n = 0; n < howMany; n++) {
                wishes.add(wish(enterprise, anOffer(), aTimeSince(certifiedAt(enterprise)), anOutcome()));
            }
        }
        // Whoever is shown around as the bank's officer finds something to do, at whatever hour.
        for (int i = 0; i < WAITING; i++) {
            DemoEnterprise enterprise = enterprises.get(enterprises.size() - 1 - i);
            Instant submittedAt = lately(Duration.ofMinutes(60L + 8 * i));
            if (submittedAt.isAfter(certifiedAt(enterprise))) {
                wishes.add(wish(enterprise, offer(i % 2), submittedAt, Outcome.APPROVE));
            }
        }
        wishes.sort(Comparator.comparing(Wish::submittedAt));
        return wishes;
    }

    private Instant certifiedAt(DemoEnterprise enterprise) {
        return DemoFiles.move(enterprise.holder().issuedAt(), now);
    }

    /** Last year's revenue in 万元; a modest one where it is not known. */
    private static int revenueWan(DemoEnterprise enterprise) {
        return enterprise.facts().get("revenue") instanceof List<?> years
                        && !years.isEmpty()
                        && years.getFirst() instanceof Number latest
                ? Math.max(60, latest.intValue())
                : 300;
    }

    private Wish wish(DemoEnterprise enterprise, Offer offer, Instant submittedAt, Outcome outcome) {
        int limit = offer.maxAmountWan() == null ? 200 : offer.maxAmountWan();
        int reasonable = Math.max(10, Math.min(limit, revenueWan(enterprise) * (8 + dice.nextInt(20)) / 100));
        int amountWan = reasonable <= 20 ? reasonable : reasonable / 10 * 10;
        int term = oneOf(6, 12, 12, 12, 24, 36);
        if (offer.termMonths() != null) {
            term = Math.min(term, offer.termMonths());
        }
        Instant acceptedAt = atTheBank(submittedAt.plus(Duration.ofHours(2 + dice.nextInt(40))));
        Instant decidedAt = atTheBank(acceptedAt.plus(Duration.ofHours(20 + dice.nextInt(170))));
        int grantedWan = Math.max(5, amountWan * (6 + dice.nextInt(5)) / 10);
        List<Payment> payments = payments(decidedAt, grantedWan);
        Instant lastPayment =
                payments.isEmpty() ? decidedAt : payments.getLast().at();
        Instant settledAt = payments.isEmpty() || dice.nextInt(100) >= 50
                ? null
                : atTheBank(lastPayment.plus(Duration.ofDays(60L + dice.nextInt(90))));
        return new Wish(
                enterprise,
                offer,
                dice.nextInt(100) < 62 ? Channel.PC : Channel.WECHAT,
                wan(amountWan),
                term,
                PURPOSES.get(dice.nextInt(PURPOSES.size())),
                submittedAt,
                acceptedAt,
                decidedAt,
                outcome,
                refusal(enterprise, submittedAt, dice.nextInt(REFUSALS.size())),
                wan(Math.min(grantedWan, amountWan)),
                BigDecimal.valueOf(325 + 5L * dice.nextInt(30), 2),
                payments,
                settledAt);
    }

    /** The thrown one, or the next that is true of the enterprise. */
    private static Refusal refusal(DemoEnterprise enterprise, Instant at, int thrown) {
        return IntStream.range(0, REFUSALS.size())
                .mapToObj(further -> REFUSALS.get((thrown + further) % REFUSALS.size()))
                .filter(refusal -> isTrue(refusal, enterprise, at))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTrue(Refusal refusal, DemoEnterprise enterprise, Instant at) {
        return switch (refusal.reasonCode()) {
            case "DEBT_TOO_HIGH" -> 2 * known(enterprise, "liabilities") > known(enterprise, "totalAssets");
            case "TAX_RECORD" -> known(enterprise, "taxPaid12m") < MUCH_TAX_WAN;
            case "OPERATING_YEARS" -> enterprise.establishedOn().plusYears(2).isAfter(BusinessTime.dayOf(at));
            case "COLLATERAL" -> enterprise.facts().get("collateral") instanceof List<?> pledged && !pledged.isEmpty();
            default -> true;
        };
    }

    /** 0 where it is not known. */
    private static double known(DemoEnterprise enterprise, String fact) {
        return enterprise.facts().get(fact) instanceof Number number ? number.doubleValue() : 0;
    }

    private List<Payment> payments(Instant decidedAt, int grantedWan) {
        int parts = oneOf(0, 1, 1, 1, 1, 2, 2, 3);
        List<Payment> payments = new ArrayList<>();
        int left = grantedWan;
        Instant at = decidedAt;
        for (int part = 0; part < parts && left > 0; part++) {
            at = atTheBank(at.plus(Duration.ofDays(1L + dice.nextInt(part == 0 ? 6 : 45))));
            int money = part == parts - 1 && dice.nextInt(100) < 70 ? left : Math.max(1, left / 2);
            payments.add(new Payment(at, wan(money)));
            left -= money;
        }
        return payments;
    }

    /** Of a district with fewer products one is taken again. */
    private Offer offer(int place) {
        return offers.get(place % offers.size());
    }

    private Offer anOffer() {
        // The better known ones more often; the first two are of the bank whose officer is shown around.
        int known = dice.nextInt(100);
        return known < 22
                ? offers.get(dice.nextInt(Math.min(2, offers.size())))
                : offers.get(dice.nextInt(offers.size()));
    }

    private Outcome anOutcome() {
        int throwOf100 = dice.nextInt(100);
        return throwOf100 < 66 ? Outcome.APPROVE : throwOf100 < 89 ? Outcome.REFUSE : Outcome.WITHDRAW;
    }

    private Instant aTimeSince(Instant certifiedAt) {
        Instant earliest = OfficeHours.next(certifiedAt.plus(Duration.ofHours(1)));
        // Dice of its own: how often they are thrown depends on the day of the week, and nothing else shall.
        Random ownDice = new Random(dice.nextLong());
        return earliest.isAfter(now)
                ? certifiedAt
                : OfficeHours.between(earliest, now, () -> Math.pow(ownDice.nextDouble(), SOONER));
    }

    /** The last moment in office hours, looked for backwards from now in such steps. */
    private Instant lately(Duration step) {
        Instant at = now.minus(step);
        while (!OfficeHours.isOpen(at)) {
            at = at.minus(step);
        }
        return at;
    }

    private Instant daysAgo(int days) {
        return OfficeHours.next(BusinessTime.dayOf(now)
                .minusDays(days)
                .atTime(10, 20)
                .atZone(BusinessTime.ZONE)
                .toInstant());
    }

    /** The next hour in which a bank works. */
    private Instant atTheBank(Instant earliest) {
        Duration later = Duration.ofMinutes(dice.nextInt(60));
        return OfficeHours.isOpen(earliest)
                ? earliest
                : OfficeHours.next(earliest).plus(later);
    }

    private int oneOf(int... choices) {
        return choices[dice.nextInt(choices.length)];
    }

    private static BigDecimal wan(int wan) {
        return WAN.multiply(BigDecimal.valueOf(wan)).setScale(2);
    }
}
