package cn.zhengqi.testing;

import cn.zhengqi.web.Sensitive;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** The fields of a service's records that not everybody sees plainly. */
final class SensitiveFields {

    private SensitiveFields() {}

    /**
     * @param code of the declared field; empty: no role can say otherwise
     * @param plainFor permissions by any of which it is seen; none: nobody has it
     * @param editableFor of a request: permissions by any of which it may be changed
     */
    record Field(
            String type,
            String field,
            String code,
            String mask,
            List<String> plainFor,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> editableFor) {}

    static List<Field> below(ApplicationContext context) {
        Object application = context.getBeansWithAnnotation(SpringBootApplication.class)
                .values()
                .iterator()
                .next();
        String root = ClassUtils.getUserClass(application).getPackageName();
        ClassPathScanningCandidateComponentProvider records = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                // what a test made up is no field of the service
                return !String.valueOf(definition.getResourceDescription()).contains("/test-classes/");
            }
        };
        records.addIncludeFilter((type, factory) ->
                "java.lang.Record".equals(type.getClassMetadata().getSuperClassName()));
        List<Field> fields = new ArrayList<>();
        records.findCandidateComponents(root).forEach(definition -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
            for (RecordComponent component : type.getRecordComponents()) {
                Sensitive rule = component.getAnnotation(Sensitive.class);
                if (rule != null) {
                    fields.add(new Field(
                            type.getName().substring(root.lastIndexOf('.') + 1),
                            component.getName(),
                            rule.field(),
                            rule.mask().name(),
                            Arrays.stream(rule.plainFor()).sorted().toList(),
                            Arrays.stream(rule.editableFor()).sorted().toList()));
                }
            }
        });
        fields.sort(Comparator.comparing(Field::type).thenComparing(Field::field));
        return fields;
    }
}
