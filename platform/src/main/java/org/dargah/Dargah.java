package org.dargah;

import java.io.IOException;
import org.dargah.postgres.FolderInUse;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program. Its parts are named in full, since modules choose their words alone. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Dargah {

    static void main(String[] arguments) throws InterruptedException {
        try {
            Start.of(Wishes.from(arguments));
        } catch (FolderInUse | CannotStart | Wishes.Misunderstood | IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
