package cn.zhengqi.matching.dictionary;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.Formula;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Formulas as the editor holds them. */
final class FormulaJson {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private FormulaJson() {}

    /** @throws ProblemException VALIDATION_FAILED for what is no formula */
    static @Nullable Formula read(@Nullable Map<String, Object> tree) {
        if (tree == null) {
            return null;
        }
        try {
            return Json.MAPPER.convertValue(tree, Formula.class);
        } catch (JacksonException | IllegalArgumentException none) {
            throw ProblemException.validation("calculation", "FORMULA_FORM", "公式的写法不对，请重新选择算法");
        }
    }

    static @Nullable Map<String, Object> tree(@Nullable Formula formula) {
        return formula == null
                ? null
                : Json.MAPPER.readValue(Json.MAPPER.writerFor(Formula.class).writeValueAsString(formula), TREE);
    }
}
