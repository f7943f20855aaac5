package cn.zhengqi.testing;

import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Sensitive;
import cn.zhengqi.web.field.Explanation;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.security.oauth2.jwt.Jwt;

/** Makes the rendered description say what the code says: what is not nullable is required, and the caller is no parameter. */
@TestConfiguration(proxyBeanMethods = false)
class OpenApiDescription {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(CallingSystem.class, CurrentUser.class, Jwt.class, PageRequest.class);
    }

    @Bean
    OpenApiCustomizer stableHead(@Value("${spring.application.name}") String service, RequiredComponents components) {
        return api -> {
            components.refuseNamesakes();
            api.setInfo(new Info().title(service).version("1"));
            api.setServers(null);
            api.setTags(null);
        };
    }

    @Bean
    OperationCustomizer namesAndPages() {
        return (operation, handler) -> {
            operation.setTags(null);
            operation.setOperationId(handler.getBeanType().getSimpleName().replaceAll("Controller$|Endpoint$", "") + "."
                    + handler.getMethod().getName());
            boolean paged =
                    Arrays.stream(handler.getMethod().getParameterTypes()).anyMatch(type -> type == PageRequest.class);
            if (paged) {
                operation.addParametersItem(pageParameter("page", PageRequest.MAX_PAGE));
                operation.addParametersItem(pageParameter("size", PageRequest.MAX_SIZE));
            }
            if (asksSystemsForKey(handler.getMethod())) {
                operation.addParametersItem(new Parameter()
                        .name("Idempotency-Key")
                        .in("header")
                        .required(true)
                        .schema(new StringSchema().minLength(8).maxLength(128)));
            }
            // A handler that may answer nothing says so by 204.
            if (handler.getMethod().getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
                operation.getResponses().addApiResponse("204", new ApiResponse().description("Nothing yet"));
            }
            return operation;
        };
    }

    /** Clients of other systems are made from the description; those of our own pages send the key anyway. */
    private static boolean asksSystemsForKey(Method handler) {
        return Arrays.stream(handler.getParameterTypes()).anyMatch(type -> type == CallingSystem.class)
                && MergedAnnotations.from(handler)
                        .get(RouteSecurityTest.IDEMPOTENT)
                        .getValue("required", Boolean.class)
                        .orElse(false);
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    private static Parameter pageParameter(String name, int most) {
        Schema<?> number = new IntegerSchema();
        number.setMinimum(BigDecimal.ONE);
        number.setMaximum(BigDecimal.valueOf(most));
        return new Parameter().name(name).in("query").required(false).schema(number);
    }

    static final class RequiredComponents implements ModelConverter {

        private final Map<String, Class<?>> names = new ConcurrentHashMap<>();
        private final Set<String> namesakes = new ConcurrentSkipListSet<>();

        /** Once all is rendered: what is thrown while it is would only leave the type out. */
        void refuseNamesakes() {
            if (!namesakes.isEmpty()) {
                throw new IllegalStateException("Two types have one name in the description: " + namesakes);
            }
        }

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            JavaType javaType = Json.mapper().constructType(type.getType());
            if (schema != null && javaType != null && javaType.getRawClass().isRecord()) {
                Schema<?> definition = definitionOf(schema, context, javaType);
                if (definition != null) {
                    require(definition, javaType.getRawClass());
                }
            }
            if (schema != null && javaType != null) {
                nameKinds(schema, context, javaType);
            }
            return schema;
        }

        /** The kinds of a type are called as in JSON, not by their schemas. */
        private void nameKinds(Schema<?> schema, ModelConverterContext context, JavaType type) {
            JsonSubTypes kinds = type.getRawClass().getAnnotation(JsonSubTypes.class);
            Schema<?> definition = kinds == null ? null : definitionOf(schema, context, type);
            if (kinds == null || definition == null || definition.getDiscriminator() == null) {
                return;
            }
            for (JsonSubTypes.Type kind : kinds.value()) {
                definition
                        .getDiscriminator()
                        .mapping(
                                kind.name(),
                                "#/components/schemas/" + kind.value().getSimpleName());
            }
        }

        private @Nullable Schema<?> definitionOf(Schema<?> schema, ModelConverterContext context, JavaType type) {
            String reference = schema.get$ref();
            String name = reference == null ? schema.getName() : reference.substring(reference.lastIndexOf('/') + 1);
            if (name == null) {
                return schema;
            }
            Class<?> namesake = names.putIfAbsent(name, type.getRawClass());
            if (namesake != null && !reads(namesake).equals(reads(type.getRawClass()))) {
                namesakes.add(name + ": " + namesake.getName() + " and "
                        + type.getRawClass().getName());
            }
            Schema<?> defined = context.getDefinedModels().get(name);
            return defined == null ? schema : defined;
        }

        /** What a reader of the description takes a type for: two that read alike may have one name. */
        private static Object reads(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .map(component -> component.getName() + " " + component.getGenericType())
                            .toList()
                    : type;
        }

        private static void require(Schema<?> definition, Class<?> record) {
            Map<String, Schema> properties = definition.getProperties();
            if (properties == null) {
                return;
            }
            List<String> required = requiredOf(record)
                    .filter(properties::containsKey)
                    .distinct()
                    .sorted()
                    .toList();
            definition.setRequired(required.isEmpty() ? null : required);
            for (RecordComponent component : record.getRecordComponents()) {
                Explanation rule = component.getAnnotation(Explanation.class);
                Schema<?> property = properties.get(component.getName());
                if (rule != null && property != null) {
                    property.minLength(rule.min()).maxLength(rule.max());
                }
            }
        }

        private static Stream<String> requiredOf(Class<?> record) {
            Stream<String> components = Arrays.stream(record.getRecordComponents())
                    .filter(component -> !isNullable(component) && !canBeHidden(component))
                    .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                            ? requiredOf(component.getType())
                            : Stream.of(component.getName()));
            // What a record shows of its parts.
            Stream<String> shown = Arrays.stream(record.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(JsonProperty.class)
                            && method.getParameterCount() == 0
                            && !method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                    .map(Method::getName);
            return Stream.concat(components, shown);
        }

        /** From some people, by their roles; the answer to them is without it. */
        private static boolean canBeHidden(RecordComponent component) {
            Sensitive field = component.getAnnotation(Sensitive.class);
            return field != null && !field.field().isEmpty();
        }

        private static boolean isNullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
