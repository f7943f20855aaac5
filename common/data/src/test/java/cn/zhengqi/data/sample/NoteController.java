package cn.zhengqi.data.sample;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notes")
@Permission("note.write")
public class NoteController {

    public record NewNote(String title, BigDecimal amount) {}

    public record Created(UUID id, Note.State state) {}

    /** Held by a test that wants a request to be in the middle of its work. */
    public static final Semaphore GATE = new Semaphore(1000);

    /** Stands for another service that is asked; a test says what it does. */
    public static final AtomicReference<Runnable> OTHER_SERVICE = new AtomicReference<>(() -> {});

    private final NoteMapper notes;
    private final NoteBook book;
    private final OneEffect once;

    NoteController(NoteMapper notes, NoteBook book, OneEffect once) {
        this.notes = notes;
        this.book = book;
        this.once = once;
    }

    @PostMapping("/asking")
    @Idempotent(asksFirst = true)
    public ResponseEntity<Created> askAndCreate(@RequestBody NewNote request, CurrentUser user) {
        OTHER_SERVICE.get().run();
        Note note = Note.open(user.requireEnterprise(), request.title(), request.amount(), Instant.now());
        if (!request.title().equals("不办")) {
            once.of(() -> notes.insert(note));
        }
        return ResponseEntity.created(URI.create("/api/notes/" + note.getId()))
                .body(new Created(note.getId(), note.state()));
    }

    @PostMapping
    @Idempotent
    @Transactional
    public ResponseEntity<Created> create(@RequestBody NewNote request, CurrentUser user) throws InterruptedException {
        Note note = Note.open(user.requireEnterprise(), request.title(), request.amount(), Instant.now());
        notes.insert(note);
        GATE.acquire();
        try {
            if (request.amount().signum() < 0) {
                throw new ProblemException(CommonProblem.VALIDATION_FAILED, "金额不能为负");
            }
        } finally {
            GATE.release();
        }
        return ResponseEntity.created(URI.create("/api/notes/" + note.getId()))
                .body(new Created(note.getId(), note.state()));
    }

    /** What it shows may be taken back. */
    @PostMapping("/fleeting")
    @Idempotent(answeredForSeconds = 60)
    public Created createFleetingly(@RequestBody NewNote request, CurrentUser user) {
        return createStrictly(request, user);
    }

    /** Passes over a part that failed, though the part has taken the whole with it. */
    @PostMapping("/careless")
    @Idempotent
    public Created createCarelessly(@RequestBody NewNote request, CurrentUser user) {
        Note note = Note.open(user.requireEnterprise(), request.title(), request.amount(), Instant.now());
        notes.insert(note);
        try {
            book.addTwoAndFail(user.requireEnterprise());
        } catch (IllegalStateException passedOver) {
            return new Created(note.getId(), note.state());
        }
        throw new IllegalStateException("It does not fail any more");
    }

    @PostMapping("/strict")
    @Idempotent(required = true)
    public Created createStrictly(@RequestBody NewNote request, CurrentUser user) {
        Note note = Note.open(user.requireEnterprise(), request.title(), request.amount(), Instant.now());
        notes.insert(note);
        return new Created(note.getId(), note.state());
    }
}
