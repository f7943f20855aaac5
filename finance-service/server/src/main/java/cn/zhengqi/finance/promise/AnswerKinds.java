package cn.zhengqi.finance.promise;

import cn.zhengqi.promise.PromiseKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of promises of this service by their names. */
@Component
class AnswerKinds {

    private final Map<AnswerKind, PromiseKind> kinds;

    AnswerKinds(List<PromiseKind> given) {
        Map<String, PromiseKind> byName =
                given.stream().collect(Collectors.toMap(PromiseKind::name, Function.identity()));
        kinds = Arrays.stream(AnswerKind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> byName.get(kind.name())));
    }

    PromiseKind of(AnswerKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }
}
