package cn.zhengqi.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Enterprises that apply for loans one after the other, and the officers who decide: submission, acceptance, decision, payments, settlement, each an order. */
final class LoanLane {

    /** The platform takes no more from an enterprise; a few are left for what the demo has submitted today. */
    private static final int APPLICATIONS_A_DAY = 18;

    private static final int REFUSED_PERCENT = 15;
    private static final int WITHDRAWN_PERCENT = 10;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** @param officers usernames by the id of their bank */
    record Cast(List<String> enterprises, Map<String, String> officers) {}

    /** What one enterprise was told, and how many applications it had before. */
    record Account(PatientPerson person, long applicationsBefore, List<AcknowledgedLoan> loans) {}

    private final PlatformClient platform;
    private final Cast cast;
    private final int payments;
    private final BooleanSupplier enough;
    private final Ration ration;
    private final Random dice;
    private final ChaosTally tally;
    private final Map<String, PatientPerson> officers = new HashMap<>();
    private final List<Account> accounts = new ArrayList<>();

    /**
     * @param payments of each granted loan
     * @param enough whether no more orders are wanted of any lane
     */
    LoanLane(
            PlatformClient platform,
            Cast cast,
            int payments,
            BooleanSupplier enough,
            Ration ration,
            Random dice,
            ChaosTally tally) {
        this.platform = platform;
        this.cast = cast;
        this.payments = payments;
        this.enough = enough;
        this.ration = ration;
        this.dice = dice;
        this.tally = tally;
    }

    /** Before the first is killed, so that what there was before is known. */
    void begin() {
        cast.officers().forEach((bank, username) -> officers.put(bank, signedIn(username)));
        for (var username : cast.enterprises()) {
            var person = signedIn(username);
            accounts.add(new Account(person, applications(person), new ArrayList<>()));
        }
    }

    void go() {
        for (int round = 0; round < APPLICATIONS_A_DAY; round++) {
            for (var account : accounts) {
                if (!ration.allowsAnother(enough)) {
                    return;
                }
                try {
                    apply(account);
                } catch (LauncherException refused) {
                    tally.fault("refused: " + refused.getMessage());
                }
            }
        }
    }

    List<Account> accounts() {
        return accounts;
    }

    /** By the id of their bank. */
    Map<String, PatientPerson> officers() {
        return officers;
    }

    static long applications(PatientPerson person) {
        return person.get("/api/finance/my/applications?size=1").path("total").asLong();
    }

    private void apply(Account account) {
        var product = product(account.person());
        var officer = Objects.requireNonNull(officers.get(product.path("bankId").asString()));
        var loan = new AcknowledgedLoan(account.person().order("/api/finance/my/applications", """
                {"productId":"%s","amount":100000,"termMonths":12,"purpose":"购置设备","kind":"ADDITIONAL",\
                "contactName":"演示联系人","useAccountPhone":true,"consent":true,"channel":"PC"}""".formatted(
                        product.path("id").asString())));
        account.loans().add(loan);
        if (dice.nextInt(100) < WITHDRAWN_PERCENT) {
            step(loan, account.person(), "/api/finance/my/applications", "withdraw", "WITHDRAWN", "");
            return;
        }
        step(loan, officer, "/api/finance/applications", "accept", "ACCEPTED", "");
        if (dice.nextInt(100) < REFUSED_PERCENT) {
            step(
                    loan,
                    officer,
                    "/api/finance/applications",
                    "refuse",
                    "REFUSED",
                    ",\"reasonCode\":\"OTHER\",\"reason\":\"演练中作出的决定\"");
            return;
        }
        var today = LocalDate.now(ZONE);
        step(
                loan,
                officer,
                "/api/finance/applications",
                "approve",
                "APPROVED",
                ",\"grantedAmount\":100000,\"annualRate\":3.5,\"termMonths\":12,\"validUntil\":\"" + today.plusYears(1)
                        + "\"");
        for (int payment = 0; payment < payments; payment++) {
            step(
                    loan,
                    officer,
                    "/api/finance/applications",
                    "disbursements",
                    "DISBURSED",
                    ",\"amount\":%d.01,\"disbursedOn\":\"%s\"".formatted(1 + dice.nextInt(300), LocalDate.now(ZONE)));
        }
        step(loan, officer, "/api/finance/applications", "settle", "SETTLED", "");
    }

    /** One of a bank that has an officer here, for which the enterprise has not applied already. */
    private JsonNode product(PatientPerson person) {
        var products = person.get("/api/finance/products?size=50")
                .path("items")
                .valueStream()
                .filter(product -> officers.containsKey(product.path("bankId").asString()))
                .filter(product -> product.path("termMonths").asInt(12) >= 12)
                .toList();
        while (true) {
            var product = products.get(dice.nextInt(products.size()));
            var kind = person.get("/api/finance/my/application-kind?product="
                    + product.path("id").asString());
            if (kind.path("openApplication").isMissingNode()
                    || kind.path("openApplication").isNull()) {
                return product;
            }
        }
    }

    private static void step(
            AcknowledgedLoan loan, PatientPerson who, String path, String action, String kind, String fields) {
        loan.follow(
                kind,
                who.order(
                        path + "/" + loan.id() + "/" + action, "{\"version\":%d%s}".formatted(loan.version(), fields)));
    }

    private PatientPerson signedIn(String username) {
        return PatientPerson.signedIn(platform, username, dice, tally);
    }
}
