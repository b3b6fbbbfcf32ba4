package org.dargah.kernel;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads for work that nobody waits for. While the processors are all busy, whoever waits
 * for an answer goes first; as soon as one is idle, it is theirs.
 */
public final class Unhurried implements ThreadFactory {

    /** About a tenth of what another thread gets (Linux, nice(2)). */
    private static final int NICE = 10;

    private static final int THIS_THREAD = 0;

    private static final Optional<MethodHandle> SETPRIORITY = setpriority();

    private final String name;
    private final AtomicInteger made = new AtomicInteger();

    /**
     * @param name of the threads, before their number
     */
    public Unhurried(String name) {
        this.name = name;
    }

    /** Only Linux gives each thread a place of its own; elsewhere it would be the whole program. */
    @SuppressWarnings("restricted") // the program is started with leave to call the system
    private static Optional<MethodHandle> setpriority() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(
                        address ->
                                linker.downcallHandle(
                                        address,
                                        FunctionDescriptor.of(
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.JAVA_INT)));
    }

    @Override
    public Thread newThread(Runnable work) {
        return Thread.ofPlatform()
                .name(name + made.incrementAndGet())
                .unstarted(
                        () -> {
                            SETPRIORITY.ifPresent(Unhurried::stepBack);
                            work.run();
                        });
    }

    /** A system that refuses leaves the thread as quick as any other. */
    private static void stepBack(MethodHandle setpriority) {
        try {
            int _ = (int) setpriority.invokeExact(0, THIS_THREAD, NICE);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
