package org.zerofactory.hardware;

import org.zerofactory.domain.schedule.PlantModel;

/** A plant file, checked: everything that planning knows of a plant. */
public record PlantConfiguration(PlantModel plant, EnergyTerms energy) {}
