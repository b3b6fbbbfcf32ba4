package org.dargah;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program. */
@SpringBootApplication
public class Dargah {

    static void main(String[] args) {
        SpringApplication.run(Dargah.class, args);
    }
}
