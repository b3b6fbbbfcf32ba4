package org.dargah.catalog;

/**
 * Several people ask for the service together: one fills in the form and names the others in a
 * table of it, and each of them confirms for themselves before the application is handed in.
 *
 * @param question the table that names them
 * @param nationalId the column of their national ids
 * @param birthDate the column of their birth dates
 * @param mobile the column of their mobiles
 * @param statement what each of them confirms
 * @param days how long the others have
 */
public record CoApplicants(
        String question,
        String nationalId,
        String birthDate,
        String mobile,
        Text statement,
        int days) {}
