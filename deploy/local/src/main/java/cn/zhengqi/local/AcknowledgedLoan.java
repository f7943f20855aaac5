package cn.zhengqi.local;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a bank and an enterprise were told of one application: what must be found of it afterwards, no less and no more. */
final class AcknowledgedLoan {

    private final String id;
    private final List<String> steps = new ArrayList<>();
    private String status = "";
    private BigDecimal drawn = BigDecimal.ZERO;
    private int version;

    /** @param submitted the answer to the submission */
    AcknowledgedLoan(JsonNode submitted) {
        this.id = submitted.path("id").asString();
        follow("SUBMITTED", submitted);
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    /** How many messages the enterprise is owed: one a step, but for its own withdrawal, of which the bank is told. */
    long told() {
        return steps.stream().filter(step -> !step.equals("WITHDRAWN")).count();
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
