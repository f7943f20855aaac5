package cn.zhengqi.web.field;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.Sensitive;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps people from finding out by filters and orders what is hidden from them, or covered. A list says which of its fields are sensitive by its rows, or by
 * the record of its filter; who asks for one of them that they do not see plainly, by name or by {@code sort}, is refused.
 */
public final class HiddenFields implements HandlerInterceptor {

    private final Map<Method, Map<String, Sensitive>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Map<String, Sensitive> fields = known.computeIfAbsent(method.getMethod(), HiddenFields::sensitive);
            if (!fields.isEmpty()) {
                CurrentUser.find().ifPresent(user -> refuse(request, fields, user));
            }
        }
        return true;
    }

    private static void refuse(HttpServletRequest request, Map<String, Sensitive> fields, CurrentUser user) {
        String order = sortedBy(request.getParameter("sort"));
        fields.forEach((name, field) -> {
            String wanted = request.getParameter(name);
            boolean asks = name.equals(order) || (wanted != null && !wanted.isBlank());
            if (asks) {
                switch (FieldRules.rule(field, user)) {
                    case HIDDEN -> throw refused(CommonProblem.FIELD_HIDDEN, name.equals(order) ? "sort" : name);
                    case MASKED -> throw refused(CommonProblem.FIELD_MASKED, name.equals(order) ? "sort" : name);
                    case PLAIN, EDITABLE -> {}
                }
            }
        });
    }

    private static ProblemException refused(CommonProblem problem, String parameter) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem(parameter, problem.name(), problem.title())),
                Map.of());
    }

    private static @Nullable String sortedBy(@Nullable String sort) {
        return sort == null ? null : sort.strip().split(",", 2)[0];
    }

    private static Map<String, Sensitive> sensitive(Method method) {
        ResolvableType answer = ResolvableType.forMethodReturnType(method);
        Map<String, Sensitive> fields = new HashMap<>();
        Stream.concat(
                        Arrays.stream(answer.getGenerics()).map(ResolvableType::resolve),
                        Arrays.stream(method.getParameterTypes()))
                .filter(Objects::nonNull)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .forEach(component -> add(component, fields));
        return Map.copyOf(fields);
    }

    private static void add(RecordComponent component, Map<String, Sensitive> fields) {
        Sensitive field = component.getAnnotation(Sensitive.class);
        if (field != null) {
            fields.put(component.getName(), field);
        }
    }
}
