package cn.zhengqi.web.security;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests at once as the heap can carry; some more wait in line, and the rest is told at once to come again (503, {@code Retry-After}). Virtual
 * threads set no such limit: without it a service that is slower than its callers gathers requests until its memory ends. A place is a megabyte of heap: a file that
 * is handed in takes as many as it needs while it is read and kept. A stream counts only until it is open. Probes and metrics always pass.
 */
public final class Admission extends OncePerRequestFilter {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final long MEGABYTE = 1024L * 1024;

    /** A file is there as it came, and once more as it goes on. */
    private static final int PLACES_PER_MEGABYTE = 2;

    private final Semaphore places;
    private final int atOnce;
    private final int line;
    private final Duration patience;
    private final Problems problems;

    /**
     * @param atOnce how many requests are worked on at the same time
     * @param line how many may wait for a place
     * @param patience how long one waits; less than its caller does
     */
    public Admission(int atOnce, int line, Duration patience, Problems problems) {
        this.places = new Semaphore(atOnce, true);
        this.atOnce = atOnce;
        this.line = line;
        this.patience = patience;
        this.problems = problems;
    }

    /** Requests that wait for a place. */
    public int waiting() {
        return places.getQueueLength();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int needed = placesFor(request);
        if (!enter(needed)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + COME_AGAIN.toSeconds());
            problems.write(response, problems.of(CommonProblem.SERVICE_BUSY));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release(needed);
        }
    }

    private int placesFor(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return 1;
        }
        long length = request.getContentLengthLong();
        return length < 0 ? atOnce : (int) Math.min(atOnce, 1 + PLACES_PER_MEGABYTE * Math.ceilDiv(length, MEGABYTE));
    }

    private boolean enter(int needed) {
        try {
            // Not without a time: that would overtake those who wait.
            return places.tryAcquire(needed, 0, TimeUnit.NANOSECONDS)
                    || (waiting() < line && places.tryAcquire(needed, patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
