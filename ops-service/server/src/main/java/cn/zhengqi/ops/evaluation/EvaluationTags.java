package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.OpsProblem;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.user.api.InternalDictionary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words that operators keep for those who were satisfied and for those who were not. */
@Component
class EvaluationTags {

    private final InternalDictionary dictionary;

    EvaluationTags(InternalDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * As they are kept: in their order, each once.
     *
     * @throws ProblemException TAG_UNKNOWN for what the dictionary does not have for such a grade; SERVICE_UNAVAILABLE where it does not answer and tags were chosen
     */
    List<String> of(Grade grade, List<String> chosen) {
        List<String> wanted = chosen.stream().map(String::strip).distinct().toList();
        if (wanted.isEmpty()) {
            return wanted;
        }
        Set<String> known = dictionary
                .words(
                        grade.isSatisfied()
                                ? InternalDictionary.EVALUATION_PRAISE
                                : InternalDictionary.EVALUATION_COMPLAINT)
                .stream()
                .map(InternalDictionary.Word::name)
                .collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            throw new ProblemException(OpsProblem.TAG_UNKNOWN);
        }
        return wanted;
    }
}
