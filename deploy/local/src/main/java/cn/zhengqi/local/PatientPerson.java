package cn.zhengqi.local;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A person who tries again until there is an answer, each order under one idempotency key, as the pages do. Of the orders that were answered some are sent again, as by a network that
 * loses answers: that has to bring the same answer and no second effect.
 */
final class PatientPerson {

    /** Longer than any process is away. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final int SENT_AGAIN_PERCENT = 20;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Browser browser;
    private final String username;
    private final RandomGenerator dice;
    private final ChaosTally tally;

    private PatientPerson(PlatformClient platform, String username, RandomGenerator dice, ChaosTally tally) {
        this.browser = new Browser(platform);
        this.username = username;
        this.dice = dice;
        this.tally = tally;
    }

    static PatientPerson signedIn(PlatformClient platform, String username, RandomGenerator dice, ChaosTally tally) {
        var person = new PatientPerson(platform, username, dice, tally);
        person.signIn();
        return person;
    }

    String username() {
        return username;
    }

    /** @throws LauncherException refused, or not answered within the patience */
    JsonNode get(String path) {
        return PlatformClient.JSON.readTree(
                accepted(answered(() -> browser.get("gateway", path))).body());
    }

    /**
     * Does it once, however often it has to be sent.
     *
     * @return the answer
     * @throws LauncherException refused, or not answered within the patience
     */
    JsonNode order(String path, String json) {
        var key = UUID.randomUUID().toString();
        Supplier<HttpRequest.Builder> request = () -> browser.post(path, json).header("Idempotency-Key", key);
        var answer = accepted(answered(request));
        tally.acknowledge();
        if (dice.nextInt(100) < SENT_AGAIN_PERCENT) {
            tally.sendAgain();
            var again = answered(request);
            if (again.statusCode() != answer.statusCode() || !again.body().equals(answer.body())) {
                tally.fault("answered otherwise when sent again: " + path);
            }
        }
        return PlatformClient.JSON.readTree(answer.body());
    }

    private HttpResponse<String> answered(Supplier<HttpRequest.Builder> request) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            String why;
            try {
                var answer = browser.http().send(request.get().build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == UNAUTHORIZED) {
                    tally.signInAgain();
                    signIn();
                    why = "signed out";
                } else if (asksToComeBack(answer)) {
                    why = answer.statusCode() + ": " + answer.body();
                } else {
                    return answer;
                }
            } catch (IOException nobody) {
                why = nobody.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LauncherException("interrupted", e);
            }
            tally.unanswered();
            if (Instant.now().isAfter(end)) {
                throw new LauncherException("no answer for " + PATIENCE.toMinutes() + " minutes: " + why);
            }
            pause();
        }
    }

    private static boolean asksToComeBack(HttpResponse<String> answer) {
        return answer.statusCode() >= SERVER_ERROR
                || answer.statusCode() == TOO_MANY
                || answer.statusCode() == CONFLICT && answer.body().contains("IDEMPOTENCY_KEY_IN_USE");
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new LauncherException(
                    answer.request().uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private void signIn() {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                browser.signIn(username);
                return;
            } catch (LauncherException notYet) {
                tally.unanswered();
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200 + dice.nextInt(800)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
