package cn.zhengqi.local;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What a bank and an enterprise were told of one application: what must be found of it afterwards, no less and no more. */
final class AcknowledgedLoan {

    /** What a message of each step is titled, as it is shipped. */
    private static final Map<String, String> TO_ENTERPRISE = Map.of(
            "SUBMITTED", "融资申请已提交",
            "ACCEPTED", "银行已受理融资申请",
            "APPROVED", "融资申请审批通过",
            "REFUSED", "融资申请审批不通过",
            "DISBURSED", "贷款已放款",
            "SETTLED", "贷款已结清");

    private static final Map<String, String> TO_OFFICERS = Map.of("SUBMITTED", "新的融资申请待受理", "WITHDRAWN", "企业撤回了融资申请");

    private final String id;
    private final String bank;
    private final List<String> steps = new ArrayList<>();
    private String status = "";
    private BigDecimal drawn = BigDecimal.ZERO;
    private int version;

    /** @param submitted the answer to the submission */
    AcknowledgedLoan(JsonNode submitted) {
        this.id = submitted.path("id").asString();
        this.bank = submitted.path("bankId").asString();
        follow("SUBMITTED", submitted);
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    String bank() {
        return bank;
    }

    /** Titles of the messages that the enterprise is owed: one a step, but for its own withdrawal, of which the bank is told. */
    List<String> toldTheEnterprise() {
        return titles(TO_ENTERPRISE);
    }

    /** Titles of the messages that each officer is owed where it lies. */
    List<String> toldItsOfficers() {
        return titles(TO_OFFICERS);
    }

    private List<String> titles(Map<String, String> byStep) {
        return steps.stream().map(byStep::get).filter(Objects::nonNull).toList();
    }

    /**
     * @param step kind of the step that was ordered
     * @param answer the application as the order was answered
     */
    void follow(String step, JsonNode answer) {
        steps.add(step);
        status = answer.path("status").asString();
        version = answer.path("version").asInt();
        drawn = answer.path("disbursedAmount").decimalValue();
    }

    /**
     * @param found the application as it is now
     * @return what is lost, doubled or otherwise not as acknowledged; empty when all is
     */
    List<String> complaints(JsonNode found) {
        var complaints = new ArrayList<String>();
        if (!found.path("status").asString().equals(status)) {
            complaints.add("state " + found.path("status").asString() + " instead of " + status);
        }
        if (found.path("version").asInt() != version) {
            complaints.add("version " + found.path("version").asInt() + " instead of " + version);
        }
        if (found.path("disbursedAmount").decimalValue().compareTo(drawn) != 0) {
            complaints.add("paid out " + found.path("disbursedAmount").decimalValue() + " instead of " + drawn);
        }
        var kinds = found.path("timeline")
                .valueStream()
                .map(step -> step.path("kind").asString())
                .toList();
        if (!kinds.equals(steps)) {
            complaints.add("steps " + kinds + " instead of " + steps);
        }
        return complaints;
    }
}
