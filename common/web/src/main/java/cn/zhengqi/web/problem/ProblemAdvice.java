package cn.zhengqi.web.problem;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.field.ControlCharacterException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns whatever a handler throws into a problem. Details are Chinese and never tell about the inside. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String CONTROL_CHARACTER = "不能包含控制字符";

    private final Problems problems;

    public ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onProblem(ProblemException problem, WebRequest request) {
        if (problem.code().status() == CommonProblem.INTERNAL_ERROR.status()) {
            LOG.error("{}", problem.getMessage(), problem);
        } else if (problem.code().status() > CommonProblem.INTERNAL_ERROR.status()) {
            LOG.warn("{}", problem.getMessage());
        }
        HttpHeaders headers = new HttpHeaders();
        Object retryAfter = problem.extras().get("retryAfterSeconds");
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return answer(problem, problems.of(problem), headers, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onConstraint(ConstraintViolationException invalid, WebRequest request) {
        List<FieldProblem> errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(
                        lastNode(violation),
                        constraintCode(violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        violation.getMessage()))
                .toList();
        return invalid(invalid, errors, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onDenied(AccessDeniedException denied, WebRequest request) {
        return answer(denied, problems.of(CommonProblem.FORBIDDEN), new HttpHeaders(), request);
    }

    /** By the firewall, when a handler reads a parameter: its value has control characters. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onRejected(RequestRejectedException rejected, WebRequest request) {
        CommonProblem code = CommonProblem.BAD_REQUEST;
        return answer(rejected, problems.of(code, CONTROL_CHARACTER, List.of(), Map.of()), new HttpHeaders(), request);
    }

    /** A form that is broken, or with a file that is larger than the service takes any: asked for another part of it first, the container's refusal comes in this guise. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onMultipart(MultipartException broken, WebRequest request) {
        CommonProblem code = CommonProblem.BAD_REQUEST;
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeException) {
                code = CommonProblem.PAYLOAD_TOO_LARGE;
            }
        }
        return answer(broken, problems.of(code), new HttpHeaders(), request);
    }

    /** The client has gone; there is nobody to answer. */
    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
            AsyncRequestNotUsableException gone, WebRequest request) {
        LOG.debug("Client went away: {}", gone.getMessage());
        return null;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAnythingElse(Exception unexpected, WebRequest request) {
        for (Throwable cause = unexpected.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return onProblem(problem, request);
            }
        }
        LOG.error("Unexpected failure of {}", request.getDescription(false), unexpected);
        return answer(unexpected, problems.of(CommonProblem.INTERNAL_ERROR), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                invalid,
                invalid.getAllErrors().stream().map(ProblemAdvice::fieldProblem).toList(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors nested) {
                nested.getAllErrors().forEach(error -> errors.add(fieldProblem(error)));
            } else {
                String name = result.getMethodParameter().getParameterName();
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    errors.add(new FieldProblem(name == null ? "" : name, codeOf(error), messageOf(error)));
                }
            }
        }
        return invalid(invalid, errors, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(missing, List.of(required(missing.getParameterName())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(missing, List.of(required(missing.getRequestPartName())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return onProblem(problem, request);
            }
        }
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        return invalid(
                mismatch,
                List.of(new FieldProblem(name == null ? "" : name, "FORMAT", wrongFor(mismatch.getRequiredType()))),
                request);
    }

    /** Whoever writes a program against it reads which values there are; the documents say the same. */
    private static String wrongFor(@Nullable Class<?> type) {
        return type != null && type.isEnum()
                ? "格式不正确，只能是 "
                        + Arrays.stream(type.getEnumConstants())
                                .map(value -> ((Enum<?>) value).name())
                                .collect(Collectors.joining("、"))
                : "格式不正确";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return onProblem(problem, request);
            }
        }
        if (unreadable.getCause() instanceof ControlCharacterException found) {
            return invalid(
                    found, List.of(new FieldProblem(path(found), "CONTROL_CHARACTER", CONTROL_CHARACTER)), request);
        }
        if (unreadable.getCause() instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            return invalid(mismatch, List.of(new FieldProblem(path(mismatch), "FORMAT", "格式不正确")), request);
        }
        return answer(unreadable, problems.of(CommonProblem.BAD_REQUEST), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemCode code = CommonProblem.forStatus(status.value());
        if (status.is5xxServerError()) {
            LOG.error("Failure of {}", request.getDescription(false), failure);
        }
        ProblemDetail problem = problems.of(code);
        problem.setStatus(status.value());
        return answer(failure, problem, headers, request);
    }

    private @Nullable ResponseEntity<Object> invalid(Exception failure, List<FieldProblem> errors, WebRequest request) {
        CommonProblem code = CommonProblem.VALIDATION_FAILED;
        return answer(failure, problems.of(code, code.title(), errors, Map.of()), new HttpHeaders(), request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, ProblemDetail body, HttpHeaders headers, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            LOG.debug("Answer already under way when {} happened", failure.toString());
            return null;
        }
        HttpHeaders answerHeaders = new HttpHeaders(headers);
        answerHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(body, answerHeaders, HttpStatusCode.valueOf(body.getStatus()));
    }

    private static FieldProblem fieldProblem(ObjectError error) {
        String field = error instanceof FieldError fieldError ? fieldError.getField() : "";
        if (error instanceof FieldError mismatch && mismatch.isBindingFailure()) {
            return new FieldProblem(field, "FORMAT", "格式不正确");
        }
        return new FieldProblem(field, codeOf(error), messageOf(error));
    }

    private static FieldProblem required(String field) {
        return new FieldProblem(field, "REQUIRED", "不能为空");
    }

    private static String codeOf(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? "INVALID" : constraintCode(codes[codes.length - 1]);
    }

    private static String messageOf(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "内容有误" : message;
    }

    private static String lastNode(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.indexOf('.') + 1);
    }

    private static String constraintCode(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
            case "Size", "Length", "Explanation" -> "LENGTH";
            case "Min",
                    "Max",
                    "DecimalMin",
                    "DecimalMax",
                    "Positive",
                    "PositiveOrZero",
                    "Range",
                    "Digits",
                    "Negative" -> "RANGE";
            case "Pattern", "Email", "URL" -> "FORMAT";
            case "AssertTrue" -> "MUST_AGREE";
            case "Past", "PastOrPresent", "Future", "FutureOrPresent" -> "DATE_RANGE";
            default -> constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        };
    }

    private static String path(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(ProblemAdvice::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(JacksonException.Reference reference) {
        return reference.getPropertyName() != null ? reference.getPropertyName() : "[" + reference.getIndex() + "]";
    }
}
