package cn.zhengqi.matching.api.criteria;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/**
 * One node of a tree that somebody has entered: what stands there, and what is wrong with it.
 *
 * @param path from the top of the tree
 * @param faults of the whole tree, as they are found
 */
record Place(JsonNode node, String path, List<CriteriaFault> faults) {

    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_LABEL = 100;

    void fault(@Nullable String member, String code, String message) {
        faults.add(new CriteriaFault(path, member, code, message));
    }

    boolean isFaulty() {
        return faults.stream().anyMatch(fault -> fault.path().equals(path));
    }

    JsonNode get(String member) {
        return node.path(member);
    }

    String word(String member) {
        return get(member).asString("");
    }

    boolean leavesOpen(String member) {
        return get(member).isMissingNode() || get(member).isNull();
    }

    boolean hasNumber(String member) {
        return isNumber(get(member));
    }

    /** What is too great for a reader of JSON comes as infinite, and is none. */
    static boolean isNumber(JsonNode node) {
        return node instanceof NumericNode number && !number.isNaN();
    }

    Place inside(String member) {
        return new Place(get(member), path + "/" + member, faults);
    }

    /** Of a list. */
    List<Place> items() {
        List<Place> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new Place(item, path + "/" + items.size(), faults));
        }
        return items;
    }

    /** The items of a list without which it means nothing. @param otherwise what is said where there are none */
    List<Place> some(String member, String otherwise) {
        if (!get(member).isArray() || get(member).isEmpty()) {
            fault(member, "GROUP_EMPTY", otherwise);
            return List.of();
        }
        return inside(member).items();
    }

    void mayHaveText(String member, int longest) {
        if (!leavesOpen(member)) {
            text(member, longest, get(member).isString(), "请填写文字");
        }
    }

    /** @param otherwise what is said where there is none */
    void mustHaveText(String member, int longest, String otherwise) {
        text(member, longest, get(member).isString() && !word(member).isBlank(), otherwise);
    }

    private void text(String member, int longest, boolean given, String otherwise) {
        if (!given) {
            fault(member, "TEXT_REQUIRED", otherwise);
        } else if (word(member).length() > longest) {
            fault(member, "TEXT_TOO_LONG", "不超过 " + longest + " 字");
        }
    }

    void mayHaveFlag(String member) {
        if (!leavesOpen(member) && !get(member).isBoolean()) {
            fault(member, "VALUE_KIND", "这里只能是或否");
        }
    }

    /** The words of the document that it rests on. */
    void mayHaveClause() {
        if (leavesOpen("clause")) {
            return;
        }
        if (!get("clause").isObject()) {
            fault("clause", "CLAUSE_REQUIRED", "请填写原文");
            return;
        }
        // Its members are told where the condition stands.
        Place clause = new Place(get("clause"), path, faults);
        clause.mayHaveFlag("certain");
        if (!clause.get("text").isString() || clause.word("text").isBlank()) {
            fault("clause", "CLAUSE_REQUIRED", "请填写原文，或去掉原文出处");
        }
        if (!clause.leavesOpen("place") && !clause.get("place").isString()) {
            fault("clause", "CLAUSE_REQUIRED", "出处为文字，如 第十一条（四）");
        }
        if (clause.word("text").length() > LONGEST_TEXT || clause.word("place").length() > LONGEST_LABEL) {
            fault("clause", "TEXT_TOO_LONG", "原文不超过 " + LONGEST_TEXT + " 字，出处不超过 " + LONGEST_LABEL + " 字");
        }
    }
}
