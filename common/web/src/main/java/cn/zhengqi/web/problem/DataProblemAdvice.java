package cn.zhengqi.web.problem;

import cn.zhengqi.kernel.CommonProblem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What the database says no to when no rule of the service said it first: two people at once, a row that is there
 * already, no connection.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
public final class DataProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DataProblemAdvice.class);

    private final Problems problems;

    public DataProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onLostRace(ConcurrencyFailureException lost) {
        LOG.info("Two changes at once: {}", lost.getMessage());
        return answer(CommonProblem.VERSION_CONFLICT);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onDuplicate(DuplicateKeyException duplicate) {
        LOG.warn("A unique constraint answered for a missing rule", duplicate);
        return answer(CommonProblem.CONFLICT);
    }

    /** A value that the database cannot hold is the caller's fault; a rule that it breaks is one of the data. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> onBrokenRule(DataIntegrityViolationException refused) {
        LOG.warn("The database answered for a missing rule", refused);
        return answer(isBadValue(refused) ? CommonProblem.BAD_REQUEST : CommonProblem.CONFLICT);
    }

    /** SQL states of class 22, "data exception": not a character, out of range, too long. */
    private static boolean isBadValue(DataIntegrityViolationException refused) {
        return refused.getRootCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("22");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> onNoDatabase(RuntimeException unreachable) {
        // Where the database is there and all connections are taken, the pool's own complaint is the last cause.
        if (NestedExceptionUtils.getRootCause(unreachable) instanceof SQLTransientConnectionException) {
            LOG.warn("No connection became free in time: {}", unreachable.getMessage());
            return answer(CommonProblem.SERVICE_BUSY);
        }
        LOG.error("The database cannot be reached", unreachable);
        return answer(CommonProblem.SERVICE_UNAVAILABLE);
    }

    private ResponseEntity<ProblemDetail> answer(CommonProblem code) {
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(code));
    }
}
